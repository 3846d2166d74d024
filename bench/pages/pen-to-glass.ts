import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Locator, Page } from '@playwright/test'
import { locally } from '../../e2e/address'
import { handwrite } from '../../e2e/handwriting'
import { startProcess } from '../process'
import { neverLocking, openGameClients } from '../relay/game-client'
import { openContext, signUp } from './open-context'
import { forgetSeen, readSeenAt, watchGlass, watchPen, watchThought } from './watch-ink'

/** From the moment the pen touches the glass, in ms. */
export type PenToGlass = {
  /** Until its ink is on the glass of another browser. */
  readonly inkMs: readonly number[]
  /** Until the first guess is on the own glass; none where nobody judges. */
  readonly guessMs: readonly number[]
}

const strokes = 40
const roundSeconds = 60
const sampleMs = 1000 / 60

/** Two browsers in a room of the game: one draws stroke after stroke on a blank canvas, the other looks on. */
export async function measureRoom(browser: Browser, url: string): Promise<PenToGlass> {
  const [pen, glass] = await openTwo(browser, url)
  try {
    const [penPage, glassPage] = await Promise.all([pen.newPage(), glass.newPage()])
    await signUp(penPage, 'Writer')
    await signUp(glassPage, 'Reader')
    await openGameClients(locally(url), 1, () => ({ ink() {}, guess() {} }), {
      roundSeconds,
      async onOpened(code) {
        for (const page of [penPage, glassPage]) {
          await page.goto(`/room/${code}`)
          await page.getByTestId('room-code').waitFor()
        }
      },
    })
    const pad = penPage.locator('[data-drawable=true]')
    await pad.waitFor()
    await watchPen(penPage)
    await watchThought(penPage.getByText('It sees'))
    await watchGlass(glassPage.getByRole('img', { name: 'The canvas of Writer' }))
    const clear = penPage.getByRole('button', { name: 'Clear the canvas' })
    const blank = penPage.getByText('an empty page')
    return await measure(penPage, glassPage, pad, async () => {
      if (await clear.isEnabled()) await clear.click()
      await blank.waitFor()
    })
  } finally {
    await Promise.all([pen.close(), glass.close()])
  }
}

/** The least there is: two blank pages, and a server that passes on what it gets. */
export async function measureBare(browser: Browser): Promise<PenToGlass> {
  const server = await startProcess<{ url: string }, 'cpu', NodeJS.CpuUsage>(
    new URL('../relay/bare-server.ts', import.meta.url),
    { isGathering: false },
  )
  const [pen, glass] = await openTwo(browser)
  try {
    const [penPage, glassPage] = await Promise.all([pen.newPage(), glass.newPage()])
    for (const page of [penPage, glassPage]) {
      await page.setContent('<title>Bare</title><canvas width="600" height="600"></canvas>')
      await page.evaluate(joinBareLine, server.ready.url)
    }
    await watchPen(penPage)
    await watchGlass(glassPage.locator('canvas'))
    return await measure(penPage, glassPage, penPage.locator('canvas'), () =>
      glassPage.evaluate(() => {
        const canvas = document.querySelector('canvas')
        canvas?.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height)
      }),
    )
  } finally {
    await Promise.all([pen.close(), glass.close()])
    await server.stop()
  }
}

function openTwo(browser: Browser, url?: string) {
  return Promise.all([openContext(browser, 'desktop', url), openContext(browser, 'desktop', url)])
}

/** Passes on where the pointer is, and paints a dot wherever another page's is. */
async function joinBareLine(url: string): Promise<void> {
  const context = document.querySelector('canvas')?.getContext('2d')
  const socket = new WebSocket(url)
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  socket.addEventListener('message', ({ data }) => {
    for (const { x, y } of JSON.parse(data)) context?.fillRect(x - 5, y - 5, 10, 10)
  })
  for (const type of ['pointerdown', 'pointermove'] as const) {
    addEventListener(type, ({ buttons, clientX, clientY }) => {
      if (buttons > 0) socket.send(JSON.stringify({ x: clientX, y: clientY }))
    })
  }
}

async function measure(
  penPage: Page,
  glassPage: Page,
  pad: Locator,
  wipe: () => Promise<void>,
): Promise<PenToGlass> {
  const inkMs: number[] = []
  const guessMs: number[] = []
  for (let written = 0; written < strokes; written++) {
    await wipe()
    // Until what was wiped away has left the other glass, too.
    await pause(150)
    await Promise.all([penPage, glassPage].map(forgetSeen))
    await drawStroke(penPage, pad, written)
    await pause(250)
    const [{ penAt, thoughtAt }, { inkAt }] = await Promise.all([readSeenAt(penPage), readSeenAt(glassPage)])
    // A stroke that was never seen counts as the longest there is, so that it is not overlooked.
    inkMs.push((inkAt ?? Number.POSITIVE_INFINITY) - (penAt ?? 0))
    if (thoughtAt !== undefined) guessMs.push((thoughtAt ?? Number.POSITIVE_INFINITY) - (penAt ?? 0))
  }
  return { inkMs, guessMs }
}

/** The first stroke of a digit, at the pace of a screen that reports 60 times a second. */
async function drawStroke({ mouse }: Page, pad: Locator, written: number): Promise<void> {
  const box = await pad.boundingBox()
  const [stroke = []] = handwrite(neverLocking[written % neverLocking.length] ?? 1, written)
  if (!box) throw new Error('the pad is not on the page')
  const startedAt = performance.now()
  for (const [index, { x, y }] of stroke.entries()) {
    await mouse.move(box.x + x * box.width, box.y + y * box.height)
    if (index === 0) await mouse.down()
    await pause(Math.max(0, startedAt + (index + 1) * sampleMs - performance.now()))
  }
  await mouse.up()
}
