import { settings } from '#game/settings'
import { startProcess } from '../process'
import { type Report, rounded } from '../report'
import type { PensQuestion, PensSeen, PensStart } from './pens'
import type { ServerQuestion } from './steps'

const rooms = 6
const playersPerRoom = 8
/** Of game time since the pens began. */
const early = { fromMs: 2_000, toMs: 7_000 }
const late = { fromMs: 25_000, toMs: 50_000 }
/** The judge is asked when progress is out; what it answers goes out with the next. */
const stepsMs = [settings.inkBatchMs - 20, 20]

/** The first is the floor. */
const relays = {
  'bare ws, gathered': { file: 'bare-server.ts', start: { isGathering: true }, spans: [early, late] },
  'game without judge': {
    file: 'game-server.ts',
    start: { judge: 'scripted', hasJournal: true },
    spans: [early, late],
  },
  game: { file: 'game-server.ts', start: { judge: 'champion', hasJournal: true }, spans: [early, late] },
} as const

type Relay = (typeof relays)[keyof typeof relays]
type Span = typeof early | typeof late
type Measured = {
  readonly name: string
  readonly span: Span
  readonly us: number
  readonly systemUs: number
  readonly guesses: number
}

/**
 * The CPU that a relay takes for each batch of ink that reaches another player, with time that passes step by step: each time all pens
 * draw, the server reads, and its clock goes on. So it is the same on a machine that has other things to do.
 */
export async function benchWire(): Promise<Report[]> {
  const measured: Measured[] = []
  for (const [name, relay] of Object.entries(relays)) measured.push(...(await measureSteps(name, relay)))
  const rows = measured.map(({ name, span, us, systemUs, guesses }) => {
    const floor = measured.find((each) => each.span === span)
    return [
      `${name}, ${span.fromMs / 1000} to ${span.toMs / 1000} s`,
      {
        'CPU us/delivery': rounded(us),
        'of it system': rounded(systemUs),
        'x gathered ws': rounded(us / (floor?.us ?? Number.NaN)),
        'guesses/s each': rounded(guesses),
      },
    ] as const
  })
  return [
    {
      title: `Wire: ${rooms} rooms of ${playersPerRoom}, everybody drawing, time by steps of a tick`,
      rows: Object.fromEntries(rows),
      notes: ['Seconds are those of the game. No latencies: they are those of `relay`.'],
    },
  ]
}

async function measureSteps(name: string, { file, start, spans }: Relay): Promise<Measured[]> {
  const server = await startProcess<{ url: string }, ServerQuestion, NodeJS.CpuUsage>(
    new URL(file, import.meta.url),
    { ...start, isStepped: true },
  )
  const relay = file === 'bare-server.ts' ? 'bare' : 'game'
  const pensStart: PensStart = { url: server.ready.url, relay, rooms, playersPerRoom, isStepped: true }
  let areReady = false
  const opening = startProcess<'drawing', PensQuestion, PensSeen>(
    new URL('pens.ts', import.meta.url),
    pensStart,
  ).finally(() => {
    areReady = true
  })
  try {
    // Countdowns pass as well.
    while (!areReady) await server.ask({ stepsMs: [settings.inkBatchMs] })
    const pens = await opening
    const measured: Measured[] = []
    let passedMs = 0
    const drawUntil = async (ms: number) => {
      for (; passedMs < ms; passedMs += settings.inkBatchMs) {
        await pens.ask('draw')
        await server.ask({ stepsMs })
      }
    }
    try {
      for (const span of spans) {
        const { fromMs, toMs } = span
        await drawUntil(fromMs)
        await pens.ask('forget')
        const before = await server.ask('cpu')
        await drawUntil(toMs)
        const after = await server.ask('cpu')
        const { deliveries, guesses } = await pens.ask('collect')
        const systemUs = (after.system - before.system) / deliveries
        measured.push({
          name,
          span,
          us: systemUs + (after.user - before.user) / deliveries,
          systemUs,
          guesses: (guesses / (toMs - fromMs) / rooms / playersPerRoom) * 1000,
        })
      }
      return measured
    } finally {
      await pens.stop()
    }
  } finally {
    await server.stop()
  }
}
