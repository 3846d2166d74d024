import { createHistogram } from 'node:perf_hooks'

/** Of latencies, ms; NaN where there were none. */
export type Latencies = {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

const longestMs = 600_000

/**
 * Counts latencies by their size, to three figures: a generator that kept tens of thousands a second would be held up by its own
 * memory, and take that for a slow server.
 */
export function createLatencyCounter() {
  const ofMicros = createHistogram({ lowest: 1, highest: longestMs * 1_000, figures: 3 })
  return {
    add(ms: number): void {
      ofMicros.record(Math.max(1, Math.round(Math.min(ms, longestMs) * 1_000)))
    },
    /** What was added since the last time. */
    take(): Latencies {
      const { count } = ofMicros
      const at = (percent: number) => (count > 0 ? ofMicros.percentile(percent) / 1_000 : Number.NaN)
      const taken = { count, p50: at(50), p95: at(95), p99: at(99) }
      ofMicros.reset()
      return taken
    },
  }
}
