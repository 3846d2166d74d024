import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Refusal } from '#game/protocol/refusal'
import type { PhaseName, Room } from '#game/room/room'
import type { PageLoad } from '#server/edge/http/answer-requests'
import { droppedLogLines } from '#server/host/log'
import type { Classifier } from '#server/judge/classifier'
import type { Pace } from '#server/rooms/pace'
import type { LatencyMetrics } from '#server/rooms/ports'

/** The Prometheus metrics of a running server (text exposition format 0.0.4). Counts only: no name, no drawing. */
export type Metrics = LatencyMetrics & {
  readonly registry: Registry
  /** A message was refused. */
  refused(refusal: Refusal): void
  /** A connection was terminated. */
  terminated(reason: Termination): void
  /** Registers the gauges, which are read from these sources at each scrape. */
  watch(sources: MetricSources): void
}

/** Why a connection was terminated: what it sends, what it does not read, or how many there are. */
export type Termination = 'flood' | 'refusals' | 'behind' | 'seatless' | 'tcp-per-address' | 'tcp-of-all'

export type MetricSources = {
  readonly rooms: () => Iterable<Room>
  /** The transport of each open connection. */
  readonly transports: () => Iterable<string>
  readonly classifier: Pick<Classifier, 'judge' | 'load'>
  readonly pace: Pick<Pace, 'tickMs' | 'ticksPerGuess' | 'isBusy'>
  /** Undefined where nobody watches those who render pages. */
  readonly pageLoad: () => PageLoad | undefined
  /** How many finished rounds and games are not in the database yet. */
  readonly outboxDepth: () => number
}

/** Seconds. The targets are 50 ms for ink and 100 ms for a guess. */
const inkBuckets = [0.005, 0.01, 0.02, 0.033, 0.05, 0.066, 0.1, 0.2, 0.5, 1, 2]
const guessBuckets = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2, 5]

/** @param ofProcess also registers memory, CPU time, garbage collection and event-loop delay of this process; once a process */
export function createMetrics({ ofProcess = false } = {}): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (ofProcess) {
    collectDefaultMetrics({ register: registry })
    countDroppedLogLines(registers)
  }

  const ink = new Histogram({
    name: 'dash_ink_latency_seconds',
    help: 'From the arrival of ink to its broadcast',
    buckets: inkBuckets,
    registers,
  })
  const guess = new Histogram({
    name: 'dash_guess_latency_seconds',
    help: 'From the arrival of the newest ink a guess saw to the guess',
    buckets: guessBuckets,
    registers,
  })
  const refusals = new Counter({
    name: 'dash_refusals_total',
    help: 'Messages that were refused, by name of the refusal',
    labelNames: ['refusal'] as const,
    registers,
  })
  const terminations = new Counter({
    name: 'dash_terminations_total',
    help: 'Connections that were cut, by reason',
    labelNames: ['reason'] as const,
    registers,
  })

  return {
    registry,
    inkSent: (ms) => ink.observe(ms / 1000),
    guessMade: (ms) => guess.observe(ms / 1000),
    refused: (refusal) => refusals.inc({ refusal }),
    terminated: (reason) => terminations.inc({ reason }),
    watch: (sources) => watchSources(registry, sources),
  }
}

function countDroppedLogLines(registers: Registry[]): void {
  new Counter({
    name: 'dash_log_dropped_total',
    help: 'Log lines that were dropped because nothing read them in time',
    registers,
    collect() {
      this.reset()
      this.inc(droppedLogLines())
    },
  })
}

function watchSources(
  registry: Registry,
  { rooms, transports, classifier, pace, pageLoad, outboxDepth }: MetricSources,
): void {
  const registers = [registry]
  const gauge = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    read: (gauge: Gauge<Label>) => void,
  ) =>
    new Gauge({
      ...{ name, help, labelNames, registers },
      collect() {
        this.reset()
        read(this)
      },
    })

  gauge('dash_rooms', 'Open rooms, by phase', ['phase'], (each) => {
    const names = [...rooms()].map(({ phase }) => phase.name)
    for (const phase of phaseNames) each.set({ phase }, count(names, phase))
  })
  gauge(
    'dash_players',
    'People with a seat in a room, by whether they are connected',
    ['connected'],
    (each) => {
      const states = [...rooms()].flatMap(({ players }) => players.map(({ lostAt }) => `${lostAt === null}`))
      for (const connected of ['true', 'false']) each.set({ connected }, count(states, connected))
    },
  )
  gauge('dash_connections', 'Open connections, by transport', ['transport'], (each) => {
    const names = [...transports()]
    for (const transport of ['websocket', 'polling']) each.set({ transport }, count(names, transport))
  })
  gauge('dash_judge_queue', 'Drawings that wait for a judge', [], (each) => each.set(classifier.load.waiting))
  gauge('dash_judge_workers', 'Judges at work', [], (each) => each.set(classifier.load.workers))
  gauge(
    'dash_tick_seconds',
    'How often rooms are told what is new; longer on a server that cannot keep up',
    [],
    (each) => each.set(pace.tickMs / 1_000),
  )
  gauge('dash_guess_interval_seconds', 'How often a canvas is asked about at most', [], (each) =>
    each.set((pace.ticksPerGuess * pace.tickMs) / 1_000),
  )
  gauge('dash_busy', 'Whether new rooms are refused because the server cannot keep up', [], (each) =>
    each.set(pace.isBusy ? 1 : 0),
  )
  gauge('dash_pages_up', 'Whether a process renders pages', [], (each) =>
    each.set(pageLoad()?.isRunning ? 1 : 0),
  )
  gauge('dash_pages_waiting', 'Requests for pages that are not answered yet', [], (each) =>
    each.set(pageLoad()?.waiting ?? 0),
  )
  new Counter({
    name: 'dash_pages_replaced_total',
    help: 'How often the process that renders pages has ended and another has taken its place',
    registers,
    collect() {
      this.reset()
      this.inc(pageLoad()?.replaced ?? 0)
    },
  })
  gauge('dash_outbox_depth', 'Finished rounds and games that are not in the database yet', [], (each) =>
    each.set(outboxDepth()),
  )
  gauge('dash_model_info', 'The network that judges games that begin now', ['version', 'engine'], (each) =>
    each.set(classifier.judge, 1),
  )
}

const phaseNames: readonly PhaseName[] = [
  'lobby',
  'countdown',
  'drawing',
  'judging',
  'voting',
  'reveal',
  'finished',
]

function count(all: readonly string[], wanted: string): number {
  return all.filter((each) => each === wanted).length
}
