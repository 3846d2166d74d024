import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Locator, Page } from '@playwright/test'
import { settings } from '#game/settings'
import { locally } from '../../e2e/address'
import { handwrite } from '../../e2e/handwriting'
import { neverLocking, openGameClients } from '../relay/game-client'
import { takePen } from '../relay/pen'
import { openContext, phoneSlowdown, signUp } from './open-context'
import { type Frames, recordFrames, recordWork, type Work } from './record-work'

const others = 11
const roundSeconds = 30
const warmUpMs = 2_000
const framesMs = 10_000
const workMs = 6_000
const sampleMs = 1000 / 60

export type Drawn = Frames & Work

export type DrawingFigures = {
  /** Drawing on an empty page with nobody else at work; on one beside which eleven others play; and in their room. */
  readonly empty: Drawn
  readonly beside: Drawn
  readonly among: Drawn
  /** Where the game can be watched again. */
  readonly replay: string
}

/** A player on a slow phone draws without a pause while eleven others, over the wire, do the same. */
export async function drawAmongOthers(browser: Browser, url: string): Promise<DrawingFigures> {
  const context = await openContext(browser, 'phone', url)
  try {
    const page = await context.newPage()
    const devTools = await context.newCDPSession(page)
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: phoneSlowdown })
    const drawOn = async (pad: Locator): Promise<Drawn> => {
      await pad.waitFor()
      await scribble(page, pad, warmUpMs)
      const frames = await recordFrames(page, () => scribble(page, pad, framesMs))
      const work = await recordWork(devTools, () => scribble(page, pad, workMs))
      return { ...frames, ...work }
    }
    await page.goto('about:blank')
    await page.setContent(
      '<title>Empty</title><main style="position:fixed;inset:0;touch-action:none"></main>',
    )
    const empty = await drawOn(page.locator('main'))
    const playing = await startOthers(url)
    const beside = await drawOn(page.locator('main'))
    playing.stop()

    await signUp(page, 'Thumb')
    const joined = await startOthers(url, async (code) => {
      await page.goto(`/room/${code}`)
      await page.getByTestId('room-code').waitFor()
    })
    const among = await drawOn(page.locator('[data-drawable=true]'))
    joined.stop()
    const link = page.locator('a[href^="/replay/"]')
    await link.waitFor({ timeout: 60_000 })
    return { empty, beside, among, replay: (await link.getAttribute('href')) ?? '' }
  } finally {
    await context.close()
  }
}

/** Has eleven players draw in a room of their own. @param onOpened lets another one in before they start */
async function startOthers(url: string, onOpened?: (code: string) => Promise<void>) {
  const silent = { ink() {}, guess() {} }
  const plan = { roundSeconds, ...(onOpened && { onOpened }) }
  const lines = await openGameClients(locally(url), others, () => silent, plan)
  const timers = lines.map(({ send }, place) => {
    const pen = takePen(place, neverLocking)
    let from = 0
    return setInterval(() => {
      const ops = pen.next()
      send(from, ops)
      from += ops.length
    }, settings.inkBatchMs)
  })
  return { stop: () => timers.forEach(clearInterval) }
}

/** Writes digits that are never the one that is asked for, at the pace of a screen that reports 60 times a second. */
async function scribble({ mouse }: Page, pad: Locator, forMs: number): Promise<void> {
  const box = await pad.boundingBox()
  if (!box) throw new Error('the pad is not on the page')
  const startedAt = performance.now()
  let moves = 0
  for (let written = 0; performance.now() - startedAt < forMs; written++) {
    for (const stroke of handwrite(neverLocking[written % neverLocking.length] ?? 1, written)) {
      for (const [index, { x, y }] of stroke.entries()) {
        await mouse.move(box.x + x * box.width, box.y + y * box.height)
        if (index === 0) await mouse.down()
        await pause(Math.max(0, startedAt + ++moves * sampleMs - performance.now()))
      }
      await mouse.up()
    }
  }
}
