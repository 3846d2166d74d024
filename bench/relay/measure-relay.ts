import { setTimeout as pause } from 'node:timers/promises'
import { startProcess } from '../process'
import type { PensQuestion, PensSeen, PensStart } from './pens'

/** Since the pens began. */
type RelayWindow = { readonly fromMs: number; readonly toMs: number }

export type RelayToMeasure = Pick<PensStart, 'rooms' | 'playersPerRoom' | 'batchMs'> & {
  readonly file: 'bare-server.ts' | 'game-server.ts'
  readonly start: object
  readonly windows: readonly RelayWindow[]
  /** How long parties of others draw before, one after the other. What the engine compiled for the first it discards when it sees a second. */
  readonly warmUpsMs?: readonly number[]
}

export type MeasuredRelay = PensSeen & {
  readonly span: RelayWindow
  /** Of the whole server process. */
  readonly cpuMicros: number
  readonly tookMs: number
  /** What the server says of itself at the end of the span, by name; nothing where it is a bare relay. */
  readonly metrics: ReadonlyMap<string, number>
}

/** Starts a relay and the pens that draw on it, each in a process of its own. */
export async function measureRelay(toMeasure: RelayToMeasure): Promise<MeasuredRelay[]> {
  const { file, start, windows, warmUpsMs = [], ...pensOf } = toMeasure
  const server = await startProcess<{ url: string }, 'cpu', NodeJS.CpuUsage>(
    new URL(file, import.meta.url),
    start,
  )
  const relay = file === 'bare-server.ts' ? 'bare' : 'game'
  const pensStart: PensStart = { url: server.ready.url, relay, ...pensOf }
  const takePens = () =>
    startProcess<'drawing', PensQuestion, PensSeen>(new URL('pens.ts', import.meta.url), pensStart)
  for (const warmUpMs of warmUpsMs) {
    const others = await takePens()
    await pause(warmUpMs)
    await others.stop()
  }
  const pens = await takePens()
  const begunAt = performance.now()
  const until = (ms: number) => pause(begunAt + ms - performance.now())
  const measured: MeasuredRelay[] = []
  try {
    for (const span of windows) {
      await until(span.fromMs)
      await pens.ask('collect')
      const [before, startedAt] = [await server.ask('cpu'), performance.now()]
      await until(span.toMs)
      const [after, tookMs] = [await server.ask('cpu'), performance.now() - startedAt]
      const cpuMicros = after.user + after.system - before.user - before.system
      const seen = await pens.ask('collect')
      const metrics = relay === 'game' ? await scrapeMetrics(server.ready.url) : new Map()
      measured.push({ ...seen, span, cpuMicros, tookMs, metrics })
    }
    return measured
  } finally {
    await pens.stop()
    await server.stop()
  }
}

export async function scrapeMetrics(url: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const values = text.matchAll(/^(\w+) ([\d.e+-]+)$/gm)
  return new Map([...values].map(([, name = '', value]) => [name, Number(value)]))
}
