import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { limits } from '#server/edge/limits'
import type { ModerationStatus, PlayerReport } from '#server/rooms/ports'
import { connectPlayer, guestNamed, startGameServer, type TestPlayer } from '#server/testing/game-server'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server
let reports: PlayerReport[]
let statuses: Map<string, ModerationStatus>
let isAway: boolean

beforeEach(async () => {
  reports = []
  statuses = new Map()
  isAway = false
  const whenThere = <T>(answer: () => T) =>
    isAway ? Promise.reject(new Error('away')) : Promise.resolve(answer())
  server = await startGameServer({
    moderation: {
      findStatus: (id) => whenThere(() => statuses.get(id) ?? null),
      saveReport: (report) => whenThere(() => void reports.push(report)),
    },
  })
})
afterEach(() => server.close())

/** [P7] What the code of a private room might answer too. */
const locked = { ok: false, refusal: 'room-locked' }
const publicly = { ...defaultRoomSettings, isPublic: true }

async function pair(): Promise<[TestPlayer, TestPlayer]> {
  const ann = await connectPlayer(server.url, guestNamed('Ann'))
  const ben = await connectPlayer(server.url, guestNamed('Ben'))
  await ann.ask('room:create', {})
  const { code } = await ann.sees(({ seats }) => seats.length === 1)
  await ben.ask('room:join', { code, isSpectator: false })
  await ann.sees(({ seats }) => seats.length === 2)
  return [ann, ben]
}

function ban({ guest }: TestPlayer): void {
  statuses.set(guest.id, { isBanned: true, refusedName: null, name: guest.name })
}

test('[R16] report: a player reports another of the same room, and nobody in it is told', async () => {
  const [ann, ben] = await pair()
  const before = ben.view
  expect(await ann.ask('player:report', { playerId: ben.guest.id, reason: 'name' })).toEqual({ ok: true })
  expect(reports).toMatchObject([
    {
      reporterId: ann.guest.id,
      player: { id: ben.guest.id, name: 'Ben' },
      reason: 'name',
      roomCode: before.code,
    },
  ])
  expect(ben.view).toEqual(before)
})

test('[R16] report: a player of the game can be reported after they have left', async () => {
  const [ann, ben] = await pair()
  await ann.ask('game:start', {})
  server.clock.advance(3_000)
  await ann.sees(({ phase }) => phase.name === 'drawing')
  await ben.ask('room:leave', {})
  await ann.sees(({ seats }) => seats.length === 1)
  expect(await ann.ask('player:report', { playerId: ben.guest.id, reason: 'drawing' })).toEqual({ ok: true })
})

test('[R16] report: strangers, oneself and unknown reasons are refused', async () => {
  const [ann] = await pair()
  const outsider = await connectPlayer(server.url, guestNamed('Cem'))
  const about = (player: TestPlayer) => ({ playerId: player.guest.id, reason: 'name' }) as const
  expect(await ann.ask('player:report', about(outsider))).toEqual({ ok: false, refusal: 'no-such-player' })
  expect(await ann.ask('player:report', about(ann))).toEqual({ ok: false, refusal: 'no-such-player' })
  expect(await outsider.ask('player:report', about(ann))).toEqual({ ok: false, refusal: 'not-seated' })
  const insult = { ...about(outsider), reason: 'is stupid' } as never
  expect(await ann.ask('player:report', insult)).toEqual({ ok: false, refusal: 'bad-message' })
  expect(reports).toEqual([])
})

test('[R16] report: one over the limit is refused, and one that cannot be stored as well', async () => {
  const [ann, ben] = await pair()
  const report = () => ann.ask('player:report', { playerId: ben.guest.id, reason: 'cheating' })
  isAway = true
  expect(await report()).toEqual({ ok: false, refusal: 'database-away' })
  isAway = false
  for (let count = 1; count < limits.reportsPerPlayerPerHour; count++)
    expect(await report()).toEqual({ ok: true })
  expect(await report()).toEqual({ ok: false, refusal: 'too-often' })
})

test('[R17] ban: a banned player joins no public room, opens none and makes none public', async () => {
  const [ann, ben] = await pair()
  const cem = await connectPlayer(server.url, guestNamed('Cem'))
  await cem.ask('room:create', { settings: publicly })
  const { code } = await cem.sees(({ seats }) => seats.length === 1)
  ban(ann)
  const no = { ok: false, refusal: 'banned-in-public' }
  expect(await ann.ask('room:quick', {})).toEqual(no)
  expect(await ann.ask('room:join', { code, isSpectator: true })).toEqual(locked)
  expect(await ann.ask('room:create', { settings: publicly })).toEqual(no)
  expect(await ann.ask('settings:change', { settings: publicly })).toEqual(no)
  expect(await ann.ask('settings:change', { settings: defaultRoomSettings })).toEqual({ ok: true })
  expect(await ben.ask('room:quick', {})).toMatchObject({ ok: true, code })
})

test('[R17] ban: a player who is banned while seated in a public room cannot rejoin it, but a private one', async () => {
  for (const isPublic of [true, false]) {
    const [ann, ben] = await pair()
    const settings = { ...defaultRoomSettings, isPublic }
    expect(await ann.ask('settings:change', { settings })).toEqual({ ok: true })
    ban(ben)
    const back = await connectPlayer(server.url, ben.guest)
    const answer = await back.ask('room:join', { code: ann.view.code, isSpectator: false })
    expect(answer).toMatchObject(isPublic ? { ok: false, refusal: 'banned-in-public' } : { ok: true })
  }
})

test('[R17] private name: it joins no public room, and keeps its room from becoming one', async () => {
  const [ann, ben] = await pair()
  const cheeky = await connectPlayer(server.url, guestNamed('Sexy Beast'))
  const no = { ok: false, refusal: 'private-name' }
  await ben.ask('room:leave', {})
  await ben.ask('room:create', { settings: publicly })
  const { code } = await ben.sees(({ settings, seats }) => settings.isPublic && seats.length === 1)
  expect(await cheeky.ask('room:quick', {})).toEqual(no)
  expect(await cheeky.ask('room:join', { code, isSpectator: true })).toEqual(locked)
  expect(await cheeky.ask('room:create', { settings: publicly })).toEqual(no)
  expect(await cheeky.ask('room:join', { code: ann.view.code, isSpectator: false })).toMatchObject({
    ok: true,
  })
  expect(await ann.ask('settings:change', { settings: publicly })).toEqual({
    ok: false,
    refusal: 'private-names',
  })
  expect(await ann.ask('settings:change', { settings: defaultRoomSettings })).toEqual({ ok: true })
})

test('[R17] ban: while the database is away nobody is kept out', async () => {
  const [ann] = await pair()
  ban(ann)
  isAway = true
  expect(await ann.ask('room:quick', {})).toMatchObject({ ok: true })
})

test('refused name: its player is renamed at the handshake, a new name is taken', async () => {
  const rude = guestNamed('Rude')
  statuses.set(rude.id, { isBanned: false, refusedName: 'Rude', name: 'Brisk Otter' })
  const enter = async (name: string) => {
    const player = await connectPlayer(server.url, { ...rude, name })
    await player.ask('room:create', {})
    return (await player.sees(({ seats }) => seats.length === 1)).seats[0]?.name
  }
  expect(await enter('Rude')).toBe('Brisk Otter')
  expect(await enter('Better')).toBe('Better')
})
