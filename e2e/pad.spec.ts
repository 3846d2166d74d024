import { type Actor, gather } from './actor'
import { expect, test } from './fixtures'
import { handwrite } from './handwriting'
import { countSentPoints, inkOn } from './ink'
import { drag, finger, hands, placesOn, stylus } from './pen'

const devToolsOf = ({ context, page }: Actor) => context.newCDPSession(page)
const scrolled = ({ page }: Actor) => page.evaluate(() => window.scrollY)
/** Half the width of the pen, and a little for its smoothing, in hundredths of the pad. */
const slack = 4

test('plain http: a phone draws whole strokes, and every point of them arrives', async ({ host, guest }) => {
  const count = countSentPoints(guest.page)
  await gather(host, guest)
  await host.room.chooseRounds(1)
  await host.room.start()
  const digit = await guest.room.readPrompt()
  expect(await guest.page.evaluate(() => window.isSecureContext)).toBe(false)
  expect(await guest.page.evaluate(() => 'getCoalescedEvents' in PointerEvent.prototype)).toBe(false)
  const devTools = await devToolsOf(guest)
  const placeOf = await placesOn(guest.room.pad)
  const strokes = handwrite(digit, 7)
  for (const stroke of strokes) {
    const [first, ...rest] = stroke.map(placeOf)
    if (first) await drag(devTools, [first, ...rest])
  }
  await expect.poll(count).toBe(strokes.flat().length)
  await expect(guest.room.lock.or(guest.room.heading(/^Round 1/)).first()).toBeVisible()
  await host.room.drawPrompt()
})

test('a secure context: the points between two frames arrive as well', async ({ invite }) => {
  const { page, home, room, context, name } = await invite('Ada', 'phone', undefined, { isSecure: true })
  const count = countSentPoints(page)
  await home.makeRoom(name)
  await room.chooseMode('Rush')
  await room.start()
  const digit = await room.readPrompt()
  const placeOf = await placesOn(room.pad)
  const { down, move, up } = finger(await context.newCDPSession(page))
  const strokes = handwrite(digit, 7)
  for (const stroke of strokes) {
    const [first, ...rest] = stroke.map(placeOf)
    if (!first) continue
    // Until the page has taken a touch, Chromium drops moves of less than 15 px: it might be a tap.
    await down(first)
    await Promise.all([...rest.map(move), up()])
  }
  await expect.poll(count).toBe(strokes.flat().length)
})

/** What browsers do where they lack a thing, or have it only by name. */
const lacking = {
  'a capture that throws': () => {
    Element.prototype.setPointerCapture = () => {
      throw new DOMException('No active pointer with the given id is found.', 'NotFoundError')
    }
  },
  'coalesced events that throw': () => {
    Object.assign(PointerEvent.prototype, {
      getCoalescedEvents() {
        throw new Error('not here')
      },
    })
  },
  'coalesced events at the origin': () => {
    Object.assign(PointerEvent.prototype, { getCoalescedEvents: () => [new PointerEvent('pointermove')] })
  },
  'no coalesced events': () => {
    Object.assign(PointerEvent.prototype, { getCoalescedEvents: () => [] })
  },
  'handlers that throw': () => {
    const request = window.requestAnimationFrame
    let failures = 0
    window.addEventListener('pointerdown', () => (failures = 3), { capture: true, once: true })
    window.requestAnimationFrame = (paint) => {
      if (failures-- > 0) throw new Error('no frame')
      return request(paint)
    }
    // The story expects them.
    window.addEventListener('error', (event) => event.preventDefault())
  },
}

for (const [name, lack] of Object.entries(lacking)) {
  test(`pointer events, ${name}: the stroke is drawn all the same`, async ({ guest }) => {
    await guest.page.addInitScript(lack)
    await guest.practice.open()
    await guest.practice.write(3)
    await expect(guest.practice.seen).toHaveText('3')
    expect(await guest.practice.countStrokes()).toBe(1)
  })
}

test('pointer capture: without it a mouse is followed beyond the pad, and its stroke ends there', async ({
  host,
}) => {
  await host.page.addInitScript(lacking['a capture that throws'])
  await host.practice.open()
  const { page } = host
  const placeOf = await placesOn(host.practice.pad)
  const go = async (x: number, y: number) => {
    const place = placeOf({ x, y })
    await page.mouse.move(place.x, place.y)
  }
  await go(0.5, 0.5)
  await page.mouse.down()
  await go(0.5, 0.3)
  await go(1.2, 0.3)
  await page.mouse.up()
  await go(0.2, 0.8)
  await expect.poll(async () => (await inkOn(host.practice.pad))?.right).toBeGreaterThan(98)
  expect((await inkOn(host.practice.pad))?.bottom).toBeLessThan(50 + slack)
  expect(await host.practice.countStrokes()).toBe(1)
})

test('[H1] pad margin: a stroke that begins beside the pad is drawn from its edge, and the buttons there still click', async ({
  guest,
}) => {
  await guest.practice.open()
  const { pad, undo } = guest.practice
  const devTools = await devToolsOf(guest)
  const placeOf = await placesOn(pad)
  const box = await pad.boundingBox()
  const above = (px: number) => ({ ...placeOf({ x: 0.5, y: 0 }), y: (box?.y ?? 0) - px })
  await drag(devTools, [above(20), placeOf({ x: 0.5, y: 0.2 }), placeOf({ x: 0.5, y: 0.4 })])
  await expect.poll(async () => (await inkOn(pad))?.bottom).toBeGreaterThan(40 - slack)
  const ink = await inkOn(pad)
  expect(ink?.top).toBe(0)
  expect(ink?.left).toBeGreaterThan(50 - slack)
  expect(ink?.right).toBeLessThan(50 + slack)

  const button = await undo.boundingBox()
  expect((button?.y ?? 0) - (box?.y ?? 0) - (box?.height ?? 0), 'the button is in the zone').toBeLessThan(24)
  const { down, up } = finger(devTools)
  await down({ x: (button?.x ?? 0) + 40, y: (button?.y ?? 0) + 3 })
  await up()
  await expect(undo).toBeDisabled()

  await drag(devTools, [above(40), placeOf({ x: 0.5, y: 0.2 }), placeOf({ x: 0.5, y: 0.4 })])
  await expect(undo).toBeDisabled()
})

test('[H1] pad margin: farther from the pad, a touch scrolls the page', async ({ guest }) => {
  await guest.page.setViewportSize({ width: 390, height: 600 })
  await guest.practice.open()
  const devTools = await devToolsOf(guest)
  const below = await guest.page.getByText('The AI sees', { exact: true }).boundingBox()
  const from = { x: (below?.x ?? 0) + 50, y: (below?.y ?? 0) + 40 }
  await drag(devTools, [from, { ...from, y: from.y - 60 }, { ...from, y: from.y - 120 }])
  await expect.poll(() => scrolled(guest)).toBeGreaterThan(0)
})

test('[H2] pointercancel: it undoes its stroke, and the next one draws', async ({ guest }) => {
  await guest.practice.open()
  const devTools = await devToolsOf(guest)
  const { down, move, cancel } = finger(devTools)
  const placeOf = await placesOn(guest.practice.pad)
  await down(placeOf({ x: 0.3, y: 0.2 }))
  await move(placeOf({ x: 0.3, y: 0.8 }))
  await expect(guest.practice.undo).toBeEnabled()
  await cancel()
  await expect(guest.practice.undo).toBeDisabled()
  await drag(devTools, [placeOf({ x: 0.7, y: 0.2 }), placeOf({ x: 0.7, y: 0.8 })])
  expect(await guest.practice.countStrokes()).toBe(1)
})

test('[H2] lost pointer: without a cancel its stroke ends', async ({ host }) => {
  await host.practice.open()
  const { pad } = host.practice
  const placeOf = await placesOn(pad)
  const go = async (x: number, y: number) => {
    const place = placeOf({ x, y })
    await host.page.mouse.move(place.x, place.y)
  }
  await pad.evaluate((element) => {
    const release = ({ target, pointerId }: PointerEvent) =>
      (target as Element).releasePointerCapture(pointerId)
    element.addEventListener('lose', () => document.addEventListener('pointermove', release, { once: true }))
  })
  await go(0.3, 0.3)
  await host.page.mouse.down()
  await go(0.3, 0.5)
  await pad.dispatchEvent('lose')
  await go(0.3, 0.6)
  await go(0.3, 0.9)
  await host.page.mouse.up()
  await expect.poll(async () => (await inkOn(pad))?.bottom).toBeGreaterThan(60 - slack)
  expect((await inkOn(pad))?.bottom).toBeLessThan(60 + slack)
  expect(await host.practice.countStrokes()).toBe(1)
})

test('[H3] stylus: once it was used, touches draw nothing until the next drawing', async ({ guest }) => {
  await guest.practice.open()
  const devTools = await devToolsOf(guest)
  const placeOf = await placesOn(guest.practice.pad)
  await stylus(devTools).write(guest.practice.pad, handwrite(3, 5))
  await expect(guest.practice.seen).toHaveText('3')
  await drag(devTools, [placeOf({ x: 0.1, y: 0.9 }), placeOf({ x: 0.9, y: 0.9 })])
  expect(await guest.practice.countStrokes()).toBe(1)
  await drag(devTools, [placeOf({ x: 0.1, y: 0.9 }), placeOf({ x: 0.9, y: 0.9 })])
  await expect(guest.practice.undo).toBeDisabled()

  await stylus(devTools).write(guest.practice.pad, handwrite(3, 5))
  await guest.practice.clear.click()
  await guest.practice.write(7)
  await expect(guest.practice.seen).toHaveText('7')
})

test('[H4] resting palm: it does not keep a finger from drawing', async ({ guest }) => {
  await guest.practice.open()
  const { down, move, lift } = hands(await devToolsOf(guest))
  const placeOf = await placesOn(guest.practice.pad)
  await down('palm', placeOf({ x: 0.7, y: 0.8 }), 50)
  await expect(guest.practice.undo, 'the flat of a hand leaves no dot').toBeDisabled()
  const [first, ...rest] = handwrite(3, 5)[0] ?? []
  if (first) await down('finger', placeOf(first))
  for (const point of rest) await move('finger', placeOf(point))
  await lift()
  await expect(guest.practice.seen).toHaveText('3')
  expect(await guest.practice.countStrokes()).toBe(1)

  await down('knuckle', placeOf({ x: 0.97, y: 0.9 }))
  await expect(guest.practice.undo).toBeEnabled()
  if (first) await down('finger', placeOf(first))
  for (const point of rest) await move('finger', placeOf(point))
  await lift()
  await expect(guest.practice.seen).toHaveText('3')
  expect(await guest.practice.countStrokes(), 'the dot of the knuckle is gone').toBe(1)
})

test('[H5] rush: a finger that stays down between prompts does not scroll, and the next stroke draws', async ({
  guest,
}) => {
  await guest.home.makeRoom(guest.name)
  await guest.room.chooseMode('Rush')
  await guest.room.chooseOnly(3)
  await guest.room.chooseSeconds(60)
  await guest.room.start()
  const devTools = await devToolsOf(guest)
  const scoreAtTouch = await guest.page.evaluateHandle(() => {
    window.addEventListener('pointercancel', () => document.body.append('cancelled'), { capture: true })
    const seen = { text: '' }
    const read = () => {
      seen.text = document.querySelector('[data-fly=score]')?.textContent ?? ''
    }
    window.addEventListener('pointerdown', read, { capture: true })
    return seen
  })
  const { down, move, up } = finger(devTools)
  let held = 0
  while (held < 2) {
    const digit = await guest.room.readPrompt()
    const score = (await guest.room.score.textContent()) ?? ''
    const placeOf = await placesOn(guest.room.pad)
    const [stroke = []] = handwrite(digit, held + 3)
    const [first, ...rest] = stroke.map(placeOf)
    if (!first) throw new Error('nothing to draw')
    await down(first)
    for (const place of rest) await move(place)
    await expect(guest.page.getByText('Lift, and it counts!').first()).toBeVisible()
    // The lift locks; the finger is down again before the page has heard of it.
    const { x, y } = rest.at(-1) ?? first
    await Promise.all([up(), down({ x, y })])
    // Where it was not, it came down in the next drawing.
    if ((await scoreAtTouch.evaluate(({ text }) => text)) !== score) {
      await up()
      await guest.room.wipe()
      continue
    }
    await expect(guest.room.score, 'the next prompt comes under the finger').not.toHaveText(score)
    for (const away of [40, 80, 120]) await move({ x, y: y - away })
    await up()
    await expect(guest.room.hint, 'a stroke does not go on in the next drawing').toBeVisible()
    held++
  }
  await expect(guest.page.getByText('cancelled')).toBeHidden()
  const rules = await guest.room.pad.evaluate((pad) => {
    const page = getComputedStyle(document.documentElement).overscrollBehaviorY
    const actions = []
    for (let each: Element | null = pad; each; each = each.parentElement)
      actions.push(getComputedStyle(each).touchAction)
    return { page, actions }
  })
  expect(rules.page).toBe('none')
  expect(rules.actions).toContain('none')
})

test('[H6] layout change: a stroke stays under the finger when the pad moves or turns in mid-stroke', async ({
  guest,
}) => {
  await guest.practice.open()
  const { pad } = guest.practice
  const { down, move, up } = finger(await devToolsOf(guest))
  const before = await placesOn(pad)
  await down(before({ x: 0.3, y: 0.3 }))
  await move(before({ x: 0.3, y: 0.4 }))
  await guest.page.getByRole('heading', { level: 1 }).evaluate((heading) => {
    heading.style.paddingTop = '90px'
  })
  await move((await placesOn(pad))({ x: 0.3, y: 0.5 }))
  await guest.page.setViewportSize({ width: 844, height: 390 })
  const turned = await placesOn(pad)
  await move(turned({ x: 0.6, y: 0.5 }))
  await up()
  // The end of the stroke is painted a frame after it was lifted.
  await expect(async () => {
    const ink = await inkOn(pad)
    for (const [edge, hundredths] of Object.entries({ left: 30, top: 30, right: 60, bottom: 50 }))
      expect(Math.abs((ink?.[edge as 'left'] ?? 0) - hundredths), edge).toBeLessThan(slack)
  }).toPass()
})

test('[H6] pixel ratio: a canvas follows a change of it', async ({ guest }) => {
  await guest.practice.open()
  await guest.practice.write(2)
  const devTools = await devToolsOf(guest)
  const ratio = () =>
    guest.practice.pad
      .locator('canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.clientWidth)
  const size = guest.page.viewportSize() ?? { width: 0, height: 0 }
  for (const deviceScaleFactor of [3, 1.5]) {
    await devTools.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor, mobile: true })
    await expect.poll(ratio).toBeCloseTo(deviceScaleFactor, 1)
  }
  await expect.poll(() => inkOn(guest.practice.pad)).not.toBeNull()
})
