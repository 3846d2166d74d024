import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { createMemoryJournal } from '../fakes/memory-journal'
import { connectPlayer, guestNamed, startGameServer, type TestPlayer } from '../game-server'
import { createManualClock } from '../manual-clock'

/** What a script sends that leaves the page out: each no has its name, and nothing counts that should not. */

let server: Awaited<ReturnType<typeof startGameServer>>
let journal: ReturnType<typeof createMemoryJournal>
beforeEach(async () => {
  journal = createMemoryJournal()
  server = await startGameServer({ journal })
})
afterEach(() => server.close())

const fool = { ...defaultRoomSettings, mode: 'fool', rounds: 1, roundSeconds: 10 } as const
const stroke = encodeInk([
  {
    kind: 'draw',
    atMs: 100,
    points: [0, 1, 2, 3, 4].map((step) => ({ x: 200 + 100 * step, y: 300, t: 20 * step })),
  },
  { kind: 'lift', atMs: 200 },
])

const isIn = (name: string) => (view: TestPlayer['view']) => view.phase.name === name

/** Three who have drawn, one who watches, all in the vote. */
async function voting() {
  const [ada, ben, cyd, eve] = await Promise.all(
    ['Ada', 'Ben', 'Cyd', 'Eve'].map((name) => connectPlayer(server.url, guestNamed(name))),
  )
  if (!ada || !ben || !cyd || !eve) throw new Error('nobody came')
  await ada.ask('room:create', { settings: fool })
  const { code } = await ada.sees(() => true)
  for (const each of [ben, cyd]) await each.ask('room:join', { code, isSpectator: false })
  await eve.ask('room:join', { code, isSpectator: true })
  await ada.sees(({ seats }) => seats.length === 4)
  await ada.ask('game:start', {})
  await ada.sees(isIn('countdown'))
  server.clock.advance(settings.countdownMs)
  for (const each of [ada, ben, cyd]) {
    await each.sees(isIn('drawing'))
    await each.ask('ink:add', { round: 0, drawing: 0, from: 0, inkText: stroke })
  }
  expect(await ada.ask('vote:cast', { round: 0, entry: 0, label: 1 })).toEqual(no('not-now'))
  for (const each of [ada, ben, cyd]) await each.ask('round:ready', { round: 0 })
  server.clock.advance(settings.judgingMs)
  await ada.sees(isIn('voting'))
  return { ada, ben, cyd, eve, code }
}

const no = (refusal: string) => ({ ok: false, refusal })
const vote = (player: TestPlayer, entry: number, label: number, round = 0) =>
  player.ask('vote:cast', { round, entry, label })

function ballotOf({ view: { phase } }: TestPlayer) {
  return phase.name === 'voting' ? (phase.ballot ?? []) : []
}

test('[R30] vote by script: what is not on the ballot, another round, no vote of one’s own and no label are refused by name', async () => {
  const { ada, eve } = await voting()
  const { length } = ballotOf(ada)
  expect(length).toBe(3)
  expect(await vote(ada, length, 1)).toEqual(no('bad-message'))
  expect(await vote(ada, 0, 1, 1)).toEqual(no('wrong-round'))
  expect(await vote(eve, 0, 1)).toEqual(no('not-playing'))
  const stranger = await connectPlayer(server.url, guestNamed('Max'))
  expect(await vote(stranger, 0, 1)).toEqual(no('not-seated'))
  for (const label of [11, -1, 0.5]) expect(await vote(ada, 0, label)).toEqual(no('bad-message'))
  expect(await vote(ada, 99, 1)).toEqual(no('bad-message'))
  const someone = { round: 0, entry: 0, label: 1, voter: eve.guest.id }
  expect(await ada.ask('vote:cast', someone)).toEqual(no('bad-message'))
})

test('[R30] [S17] vote by script: one has one vote on a drawing, the last, and none on one’s own', async () => {
  const { ada, ben, cyd } = await voting()
  for (const label of [1, 1, 2, 3]) expect(await vote(ada, 0, label)).toEqual({ ok: true })
  for (const player of [ada, ben, cyd])
    for (const entry of [0, 1, 2]) expect(await vote(player, entry, 3)).toEqual({ ok: true })
  await ada.sees(isIn('reveal'))
  expect(await vote(ada, 0, 4)).toEqual(no('not-now'))
  const [round] = server.rounds
  for (const [canvas, { votes }] of (round?.drawings ?? []).entries()) {
    expect(votes?.map(({ label }) => label)).toEqual([3, 3])
    expect(votes?.map(({ voter }) => voter)).not.toContain(canvas)
  }
})

test('[R18] [R30] vote by script: a server killed in the vote keeps what was counted, and takes no vote while it waits', async () => {
  const { ada, ben, cyd, code } = await voting()
  await vote(ada, 0, 3)
  const killed = server
  const clock = createManualClock(server.clock.now() + 60_000)
  server = { ...(await startGameServer({ journal: createMemoryJournal(journal), clock })), clock }
  const [again, ...others] = await Promise.all(
    [ada, ben, cyd].map(({ guest }) => connectPlayer(server.url, guest)),
  )
  if (!again) throw new Error('nobody came back')
  await again.ask('room:join', { code, isSpectator: false })
  await again.sees(({ pause }) => pause !== null)
  expect(ballotOf(again).map(({ isAnswered }) => isAnswered)).toEqual([true, false, false])
  expect(await vote(again, 1, 3)).toEqual(no('paused'))
  for (const each of others) await each.ask('room:join', { code, isSpectator: false })
  await again.sees(({ pause }) => pause === null)
  for (const entry of [1, 2]) expect(await vote(again, entry, 3)).toEqual({ ok: true })
  await killed.close()
})
