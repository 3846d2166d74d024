import type { ShownPhase } from './views'

export type Wanted = {
  /** Of a game; a page is longer than its screen. */
  readonly phase: ShownPhase | 'page'
  /** Whether the one who looks has a seat at the table. */
  readonly isPlaying: boolean
  readonly isTv: boolean
  /** Whether a question is asked below the screen. */
  readonly isAsked: boolean
}

/** Runs in the page. @returns what is wrong with what it shows, a line each */
export function measure({ phase, isPlaying, isTv, isAsked }: Wanted): string[] {
  const found = new Set<string>()
  const root = document.documentElement
  const screen = { left: 0, top: 0, right: root.clientWidth, bottom: root.clientHeight }
  const isPage = phase === 'page'
  const mostPages = 14
  const shortSide = Math.min(root.clientWidth, root.clientHeight)
  const main = document.querySelector('#main')
  if (!main) return ['no screen']
  type Box = { left: number; top: number; right: number; bottom: number }
  const nameOf = (element: Element) => {
    const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 28)
    return `<${element.tagName.toLowerCase()}> “${text}”`
  }
  const round = (value: number) => Math.round(value)
  /** For screen readers alone, on all screens or on small ones. */
  const isClipped = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    return element.closest('.sr-only') !== null || (width <= 1 && height <= 1)
  }
  const isHidden = (element: Element) =>
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || isClipped(element)

  // A table of a page may be pushed sideways, if it says what it is and keys reach it too.
  const scroller = '[aria-label][tabindex="0"]'
  const mayScroll = (element: Element) => isPage && element.matches(scroller)

  // Letters and pictures that are there to be seen.
  const texts: { element: Element; box: Box }[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || !node.textContent?.trim() || isHidden(element)) continue
    if (element.closest('script, style, [role="status"].fixed, .too-old')) continue
    const range = document.createRange()
    for (const { 0: word, index } of node.textContent.matchAll(/(?<![_\p{L}\p{M}])[\p{L}\p{M}]{4,}/gu)) {
      // Names and fingerprints break where they must.
      if (/^W+$/.test(word) || element.matches('code')) continue
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      if (new Set([...range.getClientRects()].map(({ top }) => round(top))).size > 1)
        found.add(`a word in two lines: “${word}” of ${nameOf(element)}`)
    }
    range.selectNodeContents(node)
    for (const { left, top, right, bottom, width, height } of range.getClientRects()) {
      // A line's box is higher than its letters.
      if (width > 0)
        texts.push({
          element,
          box: { left, right, top: top + height * 0.24, bottom: bottom - height * 0.24 },
        })
    }
  }
  const pictures = [...main.querySelectorAll('canvas, svg, button, a, [data-own=true]')].filter(
    (element) => !isHidden(element) && !element.parentElement?.closest('svg, button, a'),
  )

  // The document.
  if (root.scrollWidth > root.clientWidth)
    found.add(`wider than the screen: ${root.scrollWidth} of ${root.clientWidth}`)
  if (!isPage && !isAsked && root.scrollHeight > root.clientHeight + 1)
    found.add(`higher than the screen: ${root.scrollHeight} of ${root.clientHeight}`)
  for (const element of document.body.querySelectorAll('*')) {
    const { overflowX, overflowY } = getComputedStyle(element)
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
    if (scrolls(overflowX) && element.scrollWidth > element.clientWidth + 1 && !mayScroll(element))
      found.add(`scrolls sideways: ${nameOf(element)}`)
    if (scrolls(overflowY) && element.scrollHeight > element.clientHeight + 1)
      found.add(`scrolls: ${nameOf(element)}`)
  }

  // All who look here have asked for less motion.
  const { glides } = window as Window & typeof globalThis & { glides: ReadonlySet<string> }
  for (const glide of glides) found.add(`glides: ${glide}`)

  // What cuts something off.
  const cutBy = (element: Element, box: Box) => {
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(outer)
      if (position === 'fixed' || outer === document.body || mayScroll(outer)) break
      const edge = outer.getBoundingClientRect()
      if (overflowX !== 'visible' && (box.left < edge.left - 1.5 || box.right > edge.right + 1.5))
        return outer
      if (overflowY !== 'visible' && (box.top < edge.top - 1.5 || box.bottom > edge.bottom + 1.5))
        return outer
    }
    return null
  }
  for (const { element, box } of texts) {
    const outer = cutBy(element, box)
    if (outer) found.add(`cut: ${nameOf(element)} by ${nameOf(outer)}`)
    const isBeside = box.left < -1.5 || box.right > screen.right + 1.5
    if (isBeside && !(isPage && element.closest(scroller))) found.add(`beside the screen: ${nameOf(element)}`)
  }
  for (const element of pictures) {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    if (right - left < 2) continue
    const outer = cutBy(element, { left, top, right, bottom })
    if (outer) found.add(`cut: ${nameOf(element)} by ${nameOf(outer)}`)
  }

  // Text upon text, as far as it is to be seen.
  const clipped = ({ element, box }: { element: Element; box: Box }): Box => {
    let seen = box
    for (let outer: Element | null = element; outer && outer !== document.body; outer = outer.parentElement) {
      if (getComputedStyle(outer).overflowX === 'visible') continue
      const edge = outer.getBoundingClientRect()
      seen = { ...seen, left: Math.max(seen.left, edge.left), right: Math.min(seen.right, edge.right) }
    }
    return seen
  }
  for (const text of texts) text.box = clipped(text)
  for (const [at, one] of texts.entries()) {
    for (const other of texts.slice(at + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      if (across > 1.5 && down > 1.5)
        found.add(`one on the other: ${nameOf(one.element)}, ${nameOf(other.element)}`)
    }
  }

  // Text upon what is to be hit.
  for (const target of main.querySelectorAll('button, a[href]')) {
    if (isHidden(target)) continue
    const edge = target.getBoundingClientRect()
    for (const { element, box } of texts) {
      if (target.contains(element) || element.contains(target)) continue
      const across = Math.min(box.right, edge.right) - Math.max(box.left, edge.left)
      const down = Math.min(box.bottom, edge.bottom) - Math.max(box.top, edge.top)
      if (across > 1.5 && down > 1.5) found.add(`on a button: ${nameOf(element)}, ${nameOf(target)}`)
    }
  }

  for (const element of main.querySelectorAll('*')) {
    if (isHidden(element) || !(element instanceof HTMLElement)) continue
    const style = getComputedStyle(element)
    if (style.textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth)
      found.add(`ends in an ellipsis: ${nameOf(element)}`)
  }
  // On phones the smallest are captions under signs and names of the 20 widest letters, with text at 200 %.
  const smallest = isTv ? root.clientHeight * 0.0105 : 8
  for (const { element } of texts) {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    if (size < smallest - 0.05) found.add(`letters of ${size.toFixed(1)} px: ${nameOf(element)}`)
  }

  // Words that stand in one row.
  for (const row of main.querySelectorAll('[style*="--row-ems"]')) {
    const fitted = [...row.querySelectorAll('.fitted-text > span')].filter((each) => !isHidden(each))
    const sizes = fitted.map((each) => Number.parseFloat(getComputedStyle(each).fontSize))
    if (Math.max(...sizes) - Math.min(...sizes) > 0.5)
      found.add(`letters of ${Math.min(...sizes)} and ${Math.max(...sizes)} px in one row: ${nameOf(row)}`)
  }

  // Marks of charts, and what fingers are to hit.
  for (const mark of main.querySelectorAll('.recharts-wrapper svg svg, .recharts-dot, .recharts-symbols')) {
    const { width, height } = mark.getBoundingClientRect()
    if (width > 24 || height > 24) found.add(`a mark of ${round(width)} x ${round(height)} px in a chart`)
  }
  // A finger needs 44 px, a mouse 24 (WCAG 2.5.8).
  const leastTarget = matchMedia('(pointer: coarse)').matches ? 43.5 : 24
  for (const target of document.querySelectorAll(
    'button, a[href], input, [role=slider], [role=radio], [role=switch]',
  )) {
    if (isHidden(target) || getComputedStyle(target).position === 'fixed') continue
    // A link within a sentence is as high as its line.
    if (target.matches('p a')) continue
    let { width, height } = target.getBoundingClientRect()
    // A thumb is hit anywhere on its scale, a switch with its label.
    const zone = target.closest('.touch-none, :has(> label)')?.getBoundingClientRect()
    if (zone) ({ width, height } = zone)
    if (width < leastTarget || height < leastTarget)
      found.add(`a target of ${round(width)} x ${round(height)} px: ${nameOf(target)}`)
  }

  // Nobody turns more pages to find somebody.
  for (const pager of main.querySelectorAll('[role=status].figures')) {
    const pages = Number(/(\d+)$/.exec(pager.textContent ?? '')?.[1] ?? 0)
    if (pages > mostPages) found.add(`a list of ${pages} pages`)
  }

  // What the player came for.
  const isWhole = ({ left, top, right, bottom }: Box) =>
    left >= -1 && top >= -1 && right <= screen.right + 1 && bottom <= screen.bottom + 1
  const isRace = phase === 'drawing' || phase === 'judging'
  // Nobody votes on their own.
  const hasOwnCard = phase !== 'countdown' && phase !== 'voting' && !isRace
  if (isPlaying && hasOwnCard) {
    const own = [...main.querySelectorAll('[data-own=true]')]
    if (!own.some((each) => !isHidden(each) && isWhole(each.getBoundingClientRect())))
      found.add('the own card is not in view')
  }
  if (isPlaying && isRace) {
    const pad = document.querySelector('[data-drawable]')?.getBoundingClientRect()
    const share = pad ? Math.min(pad.width, pad.height) / shortSide : 0
    if (share < 0.6) found.add(`the pad is ${round(share * 100)} % of the short side`)
    if (pad && !isWhole(pad)) found.add('the pad is not whole on the screen')
  }
  return [...found]
}
