/** A metric as `/metrics` tells it in JSON: a value for each set of labels. */
type Metric = {
  readonly name: string
  readonly values: readonly {
    readonly value: number
    readonly labels: Readonly<Record<string, string | number>>
    /** Of a histogram's values: `<name>_bucket`, `<name>_sum` or `<name>_count`. */
    readonly metricName?: string
  }[]
}

/** How many observations there were up to each bound (seconds, the last is infinite), since the server started. */
type Histogram = readonly { readonly bound: number; readonly count: number }[]

/** What the server said of itself at one moment. */
export type MetricsReading = {
  /** This device's clock, ms. */
  readonly at: number
  readonly rooms: Readonly<Record<string, number>>
  readonly players: number
  readonly connections: Readonly<Record<string, number>>
  readonly refusals: Readonly<Record<string, number>>
  readonly judgeQueue: number
  readonly outboxDepth: number
  readonly model: string
  readonly loopDelayMs: number
  readonly memoryBytes: number
  readonly ink: Histogram
  readonly guess: Histogram
}

/** What happened between two readings. Times in ms, null where nothing happened. */
export type Interval = {
  readonly at: number
  readonly inkMs: number | null
  readonly guessMs: number | null
  readonly guessesPerSecond: number
}

export function readMetrics(metrics: readonly Metric[], at: number): MetricsReading {
  const valuesOf = (name: string) => metrics.find((metric) => metric.name === name)?.values ?? []
  const byLabel = (name: string, label: string) =>
    Object.fromEntries(valuesOf(name).map(({ labels, value }) => [String(labels[label]), value]))
  const single = (name: string) => valuesOf(name)[0]?.value ?? 0
  const histogram = (name: string) =>
    valuesOf(name)
      .filter(({ metricName }) => metricName === `${name}_bucket`)
      .map(({ labels, value }) => ({ bound: boundOf(labels.le), count: value }))
  return {
    at,
    rooms: byLabel('dash_rooms', 'phase'),
    players: byLabel('dash_players', 'connected').true ?? 0,
    connections: byLabel('dash_connections', 'transport'),
    refusals: byLabel('dash_refusals_total', 'refusal'),
    judgeQueue: single('dash_judge_queue'),
    outboxDepth: single('dash_outbox_depth'),
    model: Object.keys(byLabel('dash_model_info', 'version'))[0] ?? '',
    loopDelayMs: single('nodejs_eventloop_lag_p99_seconds') * 1000,
    memoryBytes: single('process_resident_memory_bytes'),
    ink: histogram('dash_ink_latency_seconds'),
    guess: histogram('dash_guess_latency_seconds'),
  }
}

/** Prometheus writes the last bound as "+Inf". */
function boundOf(le: string | number | undefined): number {
  return le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le)
}

/** @param before an earlier reading of the same run of the server */
export function compare(before: MetricsReading, now: MetricsReading): Interval {
  const seconds = (now.at - before.at) / 1000
  const guesses = countOf(now.guess) - countOf(before.guess)
  return {
    at: now.at,
    inkMs: quantileBetween(before.ink, now.ink, 0.99),
    guessMs: quantileBetween(before.guess, now.guess, 0.99),
    guessesPerSecond: seconds > 0 ? Math.max(0, guesses / seconds) : 0,
  }
}

function countOf(histogram: Histogram): number {
  return histogram.at(-1)?.count ?? 0
}

/**
 * A quantile of what was observed between two readings, by linear interpolation within its bucket, as Prometheus'
 * `histogram_quantile` does it.
 * @param share 0 to 1
 * @returns ms, or null when nothing was observed
 */
function quantileBetween(before: Histogram, now: Histogram, share: number): number | null {
  const buckets = now.map(({ bound, count }, index) => ({
    bound,
    count: count - (before[index]?.count ?? 0),
  }))
  const rank = share * countOf(buckets)
  if (rank <= 0) return null
  const index = buckets.findIndex(({ count }) => count >= rank)
  const below = buckets[index - 1] ?? { bound: 0, count: 0 }
  const bucket = buckets[index]
  if (!bucket || bucket.bound === Number.POSITIVE_INFINITY) return below.bound * 1000
  const within = (rank - below.count) / (bucket.count - below.count)
  return (below.bound + (bucket.bound - below.bound) * within) * 1000
}
