import type { CDPSession, Page } from '@playwright/test'

/** What the main thread of a page did while something went on. Times in ms. */
export type Work = {
  /** Of all tasks together. */
  readonly busyMs: number
  /** Of the listeners of each pointer event. */
  readonly pointerMs: readonly number[]
  /** Tasks that hold up everything else for 50 ms or more. */
  readonly longMs: readonly number[]
}

export type Frames = {
  readonly tookMs: number
  /** From each frame to the next. */
  readonly frameMs: readonly number[]
}

const longTaskMs = 50

type TraceEvent = {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly args?: { readonly data?: { readonly type?: string }; readonly name?: string }
}

/** Counts the frames that a page gets to paint until `action` is done. Nothing else is recorded: that would cost some of them. */
export async function recordFrames(page: Page, action: () => Promise<void>): Promise<Frames> {
  await page.evaluate(watchFrames)
  const startedAt = performance.now()
  await action()
  const tookMs = performance.now() - startedAt
  const frameMs = await page.evaluate(() => (window as unknown as { frameMs: number[] }).frameMs.slice(1))
  return { tookMs, frameMs }
}

/** Records what the page's main thread does until `action` is done. */
export async function recordWork(devTools: CDPSession, action: () => Promise<void>): Promise<Work> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]))
  devTools.on('Tracing.dataCollected', collect)
  await devTools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'],
    },
  })
  await action()
  const isComplete = new Promise((resolve) => devTools.once('Tracing.tracingComplete', resolve))
  await devTools.send('Tracing.end')
  await isComplete
  devTools.off('Tracing.dataCollected', collect)

  const ofPage = mainThreadOf(events)
  const taskMs = ofPage.filter(({ name }) => name === 'RunTask').map(durationOf)
  return {
    busyMs: sum(taskMs),
    longMs: taskMs.filter((ms) => ms >= longTaskMs),
    pointerMs: ofPage
      .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type?.startsWith('pointer'))
      .map(durationOf),
  }
}

function watchFrames(): void {
  const frameMs: number[] = []
  Object.assign(window, { frameMs })
  let before = performance.now()
  const frame = (now: number) => {
    frameMs.push(now - before)
    before = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

/** Of all threads, the one on which pages dispatch their events. */
function mainThreadOf(events: readonly TraceEvent[]): TraceEvent[] {
  const counts = new Map<string, number>()
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  for (const event of events) {
    if (event.name === 'FireAnimationFrame')
      counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1)
  }
  const [busiest] = [...counts].sort(([, one], [, other]) => other - one)
  return events.filter((event) => threadOf(event) === busiest?.[0])
}

function durationOf({ dur = 0 }: TraceEvent): number {
  return dur / 1000
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
