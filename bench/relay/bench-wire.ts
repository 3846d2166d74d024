import { settings } from '#game/settings'
import { startProcess } from '../process'
import { quantile, type Report, rounded } from '../report'
import type { PensQuestion, PensSeen, PensStart } from './pens'
import type { ServerQuestion } from './steps'

const rooms = Number(process.env.WIRE_ROOMS ?? 6)
const playersPerRoom = 8
/** Of game time since the pens began. */
const early = { fromMs: 2_000, toMs: 7_000 }
/** When the engine has compiled what it is going to. */
const warm = { fromMs: 12_000, toMs: 18_000 }
const late = { fromMs: 25_000, toMs: 50_000 }
const untilMs = Number(process.env.WIRE_SECONDS ?? 50) * 1000
const spans = [early, warm, late].filter(({ toMs }) => toMs <= untilMs)
/** The judge is asked when progress is out; what it answers goes out with the next. */
const stepsMs = [settings.inkBatchMs - 20, 20]

/** The first is the floor. */
const relays = {
  'bare ws, gathered': { file: 'bare-server.ts', start: { isGathering: true } },
  'game without judge': { file: 'game-server.ts', start: { judge: 'scripted', hasJournal: true } },
  game: { file: 'game-server.ts', start: { judge: 'champion', hasJournal: true } },
} as const

type Relay = (typeof relays)[keyof typeof relays]
type Span = (typeof spans)[number]
type Measured = {
  readonly name: string
  readonly span: Span
  readonly us: number
  /** Of the tenth of steps that took least, which nobody else has disturbed. */
  readonly leastUs: number
  readonly systemUs: number
  readonly guesses: number
}

/**
 * The CPU that a relay takes for each batch of ink that reaches another player, with time that passes step by step: each time all pens
 * draw, the server reads, and its clock goes on. So it is the same on a machine that has other things to do. `WIRE_ROOMS=30` takes another
 * number of rooms than six, `WIRE_ONLY='game without judge'` one of the relays, `WIRE_SECONDS=18` leaves out what is later.
 */
export async function benchWire(): Promise<Report[]> {
  const measured: Measured[] = []
  const only = process.env.WIRE_ONLY
  for (const [name, relay] of Object.entries(relays))
    if (only === undefined || only === name) measured.push(...(await measureSteps(name, relay)))
  const rows = measured.map(({ name, span, us, leastUs, systemUs, guesses }) => {
    const floor = measured.find((each) => each.span === span)
    return [
      `${name}, ${span.fromMs / 1000} to ${span.toMs / 1000} s`,
      {
        'CPU us/delivery': rounded(us),
        'of it system': rounded(systemUs),
        'x gathered ws': rounded(us / (floor?.us ?? Number.NaN)),
        'least tenth': rounded(leastUs),
        'x of ws': rounded(leastUs / (floor?.leastUs ?? Number.NaN)),
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

async function measureSteps(name: string, { file, start }: Relay): Promise<Measured[]> {
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
      const stepsUs: number[] = []
      let before = await server.ask('cpu')
      for (; passedMs < ms; passedMs += settings.inkBatchMs) {
        await pens.ask('draw')
        const after = await server.ask({ stepsMs })
        stepsUs.push(after.system + after.user - before.system - before.user)
        before = after
      }
      return stepsUs
    }
    try {
      for (const span of spans) {
        const { fromMs, toMs } = span
        await drawUntil(fromMs)
        await pens.ask('collect')
        const before = await server.ask('cpu')
        const stepsUs = await drawUntil(toMs)
        const after = await server.ask('cpu')
        const { deliveries, guesses } = await pens.ask('collect')
        const systemUs = (after.system - before.system) / deliveries
        measured.push({
          name,
          span,
          us: systemUs + (after.user - before.user) / deliveries,
          leastUs: (quantile(stepsUs, 0.1) * stepsUs.length) / deliveries,
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
