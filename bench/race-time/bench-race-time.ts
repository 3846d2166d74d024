import { median } from '#models/evaluation/statistics'
import { testSecret } from '#server/testing/game-server'
import { type ChaosBot, openBot } from '../../e2e/chaos/bot'
import type { WritingHand } from '../../e2e/chaos/take-pen'
import { startProcess } from '../process'
import { type Report, rounded } from '../report'
import { recordedHand } from './recorded-hand'

const players = 4
/** At once, each in a room of its own. */
const races = 5
/** Nobody looks at the results longer than the last of the four, ms; the others go on sooner. */
const looksMs = [1_000, 1_400, 1_900, 2_500] as const
const longestMs = 120_000

type Race = { readonly totalMs: number; readonly drawnMs: number; readonly locks: number }

/** How long a race of five rounds takes four people, from its countdown to the podium, and how much of that they draw. */
export async function benchRaceTime(): Promise<Report[]> {
  const { set, hand } = await recordedHand()
  const server = await startProcess<{ url: string }, 'cpu', NodeJS.CpuUsage>(
    new URL('../relay/game-server.ts', import.meta.url),
    { judge: 'champion' },
  )
  try {
    const rows: Record<string, Report['rows'][string]> = {}
    for (const [name, isReady] of [
      ['all say when they are ready', true],
      ['nobody says so', false],
    ] as const) {
      const played = await Promise.all(
        Array.from({ length: races }, (_, race) => play(server.ready.url, hand, race, isReady)),
      )
      rows[name] = rowOf(played)
    }
    return [
      {
        title: `A race of five rounds among ${players}: ${races} at once, with digits of ${set}`,
        rows,
        notes: [
          'From the first countdown to the podium, as one of the players sees it; drawing is the time in which the pads are open.',
          'Drawn at recorded speed, begun 400 to 700 ms after the prompt, and anew 1.5 s after the last stroke where nothing was recognised.',
          `Ready after ${looksMs.join(', ')} ms of each result.`,
          'To reach: at most 45 s, of which at least 40 % drawing.',
        ],
      },
    ]
  } finally {
    await server.stop()
  }
}

function rowOf(played: readonly Race[]): Report['rows'][string] {
  const seconds = played.map(({ totalMs }) => totalMs / 1_000)
  const shares = played.map(({ totalMs, drawnMs }) => (100 * drawnMs) / totalMs)
  return {
    'total s': rounded(median(seconds)),
    'longest s': rounded(Math.max(...seconds)),
    'drawing %': rounded(median(shares)),
    'least %': rounded(Math.min(...shares)),
    'round s': rounded(median(played.map(({ drawnMs }) => drawnMs / 5_000))),
    'recognised of 20': rounded(median(played.map(({ locks }) => locks))),
  }
}

async function play(url: string, hand: WritingHand, race: number, isReady: boolean): Promise<Race> {
  const open = (target: Parameters<typeof openBot>[2], place: number) =>
    openBot(url, testSecret, target, race * 1_009 + place * 101, {
      hand,
      ...(isReady && { looksMs: looksMs[place] ?? looksMs[0] }),
    })
  const host = await open({ name: 'new' }, 0)
  const bots = [host]
  try {
    const code = await reads(host, ({ room }) => room?.code)
    for (let place = 1; place < players; place++) bots.push(await open({ name: 'code', code }, place))
    await reads(host, ({ room }) => room?.seats.length === players || undefined)
    const measured = timePhases(host)
    await host.client.request('game:start', {})
    return await measured
  } finally {
    for (const bot of bots) bot.close()
  }
}

type State = ReturnType<ChaosBot['client']['store']['getState']>

/** Resolves with the first answer that a bot's state gives. */
function reads<Answer>({ client: { store } }: ChaosBot, answer: (state: State) => Answer | undefined) {
  return new Promise<Answer>((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error('a race did not end in time')), longestMs)
    const look = () => {
      const found = answer(store.getState())
      if (found === undefined) return
      clearTimeout(giveUp)
      unsubscribe()
      resolve(found)
    }
    const unsubscribe = store.subscribe(look)
    look()
  })
}

function timePhases(bot: ChaosBot): Promise<Race> {
  let phase = 'lobby'
  let [beganAt, since, drawnMs] = [0, 0, 0]
  return reads(bot, (state) => {
    const name = state.phase?.name ?? 'lobby'
    if (name === phase) return undefined
    const now = performance.now()
    if (phase === 'lobby') beganAt = now
    if (phase === 'drawing') drawnMs += now - since
    phase = name
    since = now
    if (state.phase?.name !== 'finished') return undefined
    const locks = state.phase.standings.reduce((sum, standing) => sum + standing.locks, 0)
    return { totalMs: now - beganAt, drawnMs, locks }
  })
}
