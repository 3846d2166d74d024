import { afterEach, beforeEach, expect, test } from 'vitest'
import { decodeInk, encodeInk } from '#game/drawing/ink-codec'
import { defaultRoomSettings } from '#game/protocol/scalars'
import type { RoomView } from '#game/protocol/server-messages'
import { settings } from '#game/settings'
import { createMemoryJournal } from '#server/testing/fakes/memory-journal'
import { connectPlayer, guestNamed, startGameServer, type TestPlayer } from '#server/testing/game-server'
import { createManualClock } from '#server/testing/manual-clock'

type Server = Awaited<ReturnType<typeof startGameServer>>
const hour = 3_600_000
const sevens = { ...defaultRoomSettings, rounds: 2, digits: [7] }

let journal: ReturnType<typeof createMemoryJournal>
let server: Server
const dead: Server[] = []

beforeEach(async () => {
  journal = createMemoryJournal()
  server = await startGameServer({ journal })
})
afterEach(async () => {
  await Promise.all([server, ...dead.splice(0)].map((each) => each.close()))
})

/** The old server is never told: whatever it has not handed on by now is lost. */
async function killAndStart(afterMs = hour): Promise<void> {
  dead.push(server)
  const clock = createManualClock(server.clock.now() + afterMs)
  // What the dead one still writes when the test takes it down must not be read by its successor.
  journal = createMemoryJournal(journal)
  server = { ...(await startGameServer({ journal, clock })), clock }
}

async function drawing(): Promise<[TestPlayer, TestPlayer]> {
  const ann = await connectPlayer(server.url, guestNamed('Ann'))
  const ben = await connectPlayer(server.url, guestNamed('Ben'))
  await ann.ask('room:create', { settings: sevens })
  const { code } = await ann.sees(() => true)
  await ben.ask('room:join', { code, isSpectator: false })
  await ann.sees(({ seats }) => seats.length === 2)
  await ann.ask('game:start', {})
  await ann.sees(({ phase }) => phase.name === 'countdown')
  server.clock.advance(settings.countdownMs)
  for (const each of [ann, ben]) await each.sees(({ phase }) => phase.name === 'drawing')
  return [ann, ben]
}

async function comesBack({ guest, view }: TestPlayer): Promise<TestPlayer> {
  const back = await connectPlayer(server.url, guest)
  expect(await back.ask('room:join', { code: view.code, isSpectator: false })).toMatchObject({ ok: true })
  await back.sees(() => true)
  return back
}

const stroke = encodeInk([
  {
    kind: 'draw',
    atMs: 0,
    points: [
      { x: 100, y: 100, t: 0 },
      { x: 500, y: 120, t: 16 },
      { x: 300, y: 600, t: 32 },
    ],
  },
])
const digit = encodeInk([...decodeInk(stroke), { kind: 'lift', atMs: 32 }])
const opsOf = ({ phase }: RoomView) =>
  phase.name === 'drawing' ? phase.canvases.map(({ inkText }) => decodeInk(inkText).length) : []

test('[R18] restart: ink that others have seen survives a kill, and the room waits for everybody', async () => {
  const [ann, ben] = await drawing()
  await ben.ask('ink:add', { round: 0, drawing: 0, from: 0, inkText: stroke })
  await ann.hears('ink:added')
  await killAndStart()
  const first = await comesBack(ben)
  const { pause, phase, serverNow } = first.view
  expect(pause?.missing).toEqual([ann.guest.id])
  expect(phase.name === 'drawing' && phase.endsAt - (pause?.at ?? 0)).toBe(sevens.roundSeconds * 1000)
  expect(opsOf(first.view)).toEqual([0, 1])
  expect(await first.ask('ink:add', { round: 0, drawing: 0, from: 1, inkText: stroke })).toMatchObject({
    refusal: 'paused',
  })
  await comesBack(ann)
  const resumed = await first.sees((view) => view.pause === null)
  expect(resumed.phase.name === 'drawing' && resumed.phase.endsAt).toBe(
    serverNow + sevens.roundSeconds * 1000,
  )
})

test('[R18] restart: locks that anybody has seen have the same points after a kill', async () => {
  const [ann, ben] = await drawing()
  server.clock.advance(400)
  await ben.ask('ink:add', { round: 0, drawing: 0, from: 0, inkText: digit })
  server.clock.advance(settings.inkBatchMs)
  await expect.poll(() => server.classifier.asked).toBe(1)
  server.clock.advance(settings.inkBatchMs)
  await ann.hears('guess:made')
  server.clock.advance(settings.lockHoldMs)
  await ann.hears('drawing:locked')
  const seen = ann.progress.flatMap(({ changes }) => changes).find(({ type }) => type === 'drawing:locked')
  await killAndStart()
  const back = await comesBack(ann)
  await comesBack(ben)
  const { phase } = await back.sees((view) => view.pause === null)
  const canvas = phase.name === 'drawing' ? phase.canvases[1] : undefined
  if (seen?.type !== 'drawing:locked') throw new Error('nobody was shown the lock')
  expect({ lock: canvas?.lock, points: canvas?.points }).toEqual({ lock: seen.lock, points: seen.points })
})

test('[R18] restart: finished rounds are written again by the next server (at-least-once)', async () => {
  const [ann, ben] = await drawing()
  server.clock.advance(sevens.roundSeconds * 1000 + settings.maxLagCreditMs)
  await ann.sees(({ phase }) => phase.name === 'reveal')
  const { rounds } = server
  await killAndStart()
  expect(server.rounds).toEqual(rounds)
  for (const each of [ann, ben]) await comesBack(each)
})

test('[R18] restart: a kill gives back at most a second of a round in which nobody draws', async () => {
  const [ann, ben] = await drawing()
  server.clock.advance(4_300)
  await killAndStart()
  const back = await comesBack(ann)
  await comesBack(ben)
  const { phase, serverNow } = await back.sees(({ pause }) => pause === null)
  const leftMs = phase.name === 'drawing' ? phase.endsAt - serverNow : Number.NaN
  expect(leftMs).toBeLessThanOrEqual(sevens.roundSeconds * 1000 - 4_300 + 1_000)
})

test('[R18] restart: a countdown with two kills begins the round with everybody in it', async () => {
  const ann = await connectPlayer(server.url, guestNamed('Ann'))
  await ann.ask('room:create', { settings: sevens })
  await ann.sees(() => true)
  await ann.ask('game:start', {})
  await ann.sees(({ phase }) => phase.name === 'countdown')
  await killAndStart()
  await killAndStart()
  const back = await comesBack(ann)
  await back.sees(({ pause }) => pause === null)
  server.clock.advance(settings.countdownMs)
  const { phase } = await back.sees(({ phase }) => phase.name === 'drawing')
  expect(phase.name === 'drawing' && phase.canvases.map(({ pen }) => pen)).toEqual([ann.guest.id])
})

test('closing: joins and new rooms are refused as server-closing, not as no-such-room', async () => {
  const [ann] = await drawing()
  const late = await connectPlayer(server.url, guestNamed('Late'))
  const { settled } = journal
  let save = () => {}
  journal.settled = () =>
    new Promise((resolve) => {
      save = resolve
    })
  const closed = server.app.close()
  const refused = { ok: false, refusal: 'server-closing' }
  expect(await late.ask('room:join', { code: ann.view.code, isSpectator: false })).toEqual(refused)
  expect(await late.ask('room:create', {})).toEqual(refused)
  expect(await late.ask('room:quick', {})).toEqual(refused)
  expect(await ann.ask('emote:send', { emote: 'clap' })).toEqual(refused)
  journal.settled = settled
  save()
  await closed
})

test('closing: a room that cannot go on does not keep the others from closing, and players are told', async () => {
  const [ann] = await drawing()
  const broken = server.app.rooms.create()
  if (!broken) throw new Error('no room')
  // No rule knows what to do with it.
  Object.assign(broken.room, { phase: null })
  const told = new Promise<void>((resolve) => ann.socket.once('server:closing', () => resolve()))
  await Promise.all([server.app.close(), told])
  const refused = server.app.rooms.find(ann.view.code)?.submit({ type: 'time:pass' })
  expect(refused).toBe('server-closing')
})
