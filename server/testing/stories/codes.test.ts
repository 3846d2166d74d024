import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { defaultRoomSettings, type RoomSettings } from '#game/protocol/scalars'
import { protocolVersion } from '#game/protocol/version'
import { settings } from '#game/settings'
import { limits } from '#server/edge/limits'
import {
  connectBy,
  connectPlayer,
  guestNamed,
  startGameServer,
  type TestPlayer,
} from '#server/testing/game-server'

let server: Awaited<ReturnType<typeof startGameServer>>
afterEach(() => server.close())
afterAll(() => connectBy('websocket'))

const join = (code: string) => ({ code, isSpectator: false })
/** No room has them, or only by a chance of one in a million. */
const codes = ['XXXXX', 'YYYYY', 'ZZZZZ', 'WWWWW', 'VVVVV', 'TTTTT']
const tooMany = { ok: false, refusal: 'too-many-from-here' }

async function open(host: TestPlayer, changed: Partial<RoomSettings> = {}): Promise<string> {
  await host.ask('room:create', { settings: { ...defaultRoomSettings, ...changed } })
  return (await host.sees(({ seats }) => seats.length === 1)).code
}

describe.each(['websocket', 'polling'] as const)('[P7] missed codes, by %s', (transport) => {
  const missedCodesPerAddress = 3

  /** Somebody has missed so many codes from the address that the others share. */
  async function guessed() {
    connectBy(transport)
    server = await startGameServer({ limits: { ...limits, missedCodesPerAddress } })
    const host = await connectPlayer(server.url, guestNamed('Ann'))
    const code = await open(host)
    const seated = await connectPlayer(server.url, guestNamed('Ben'))
    await seated.ask('room:join', join(code))
    const tv = await connectPlayer(server.url, null, { protocolVersion, isTv: true })
    expect(await tv.ask('room:watch', { code })).toMatchObject({ ok: true })
    const guesser = await connectPlayer(server.url, guestNamed('Eve'))
    for (let missed = 0; missed < missedCodesPerAddress; missed++)
      expect(await guesser.ask('room:join', join(codes[missed] ?? ''))).toEqual({
        ok: false,
        refusal: 'no-such-room',
      })
    return { code, guesser, seated, tv }
  }

  test('over the limit a right code is refused like any other, to a player and to a TV', async () => {
    const { code, guesser } = await guessed()
    expect(await guesser.ask('room:join', join(code))).toEqual(tooMany)
    expect(await guesser.ask('room:join', join('XXXXX'))).toEqual(tooMany)
    const tv = await connectPlayer(server.url, null, { protocolVersion, isTv: true })
    expect(await tv.ask('room:watch', { code })).toEqual(tooMany)
    expect(await tv.ask('room:watch', { code: 'XXXXX' })).toEqual(tooMany)
  })

  test('over the limit a seated player rejoins, and a TV goes on showing its room', async () => {
    const { code, seated, tv } = await guessed()
    seated.leaveAbruptly()
    const back = await connectPlayer(server.url, seated.guest)
    expect(await back.ask('room:join', join(code))).toEqual({ ok: true, code, you: back.guest.id })
    expect(await tv.ask('room:watch', { code })).toEqual({ ok: true, code })
  })

  test('codes asked for in one packet are no more than the limit', async () => {
    connectBy(transport)
    server = await startGameServer({ limits: { ...limits, missedCodesPerAddress } })
    const guesser = await connectPlayer(server.url, guestNamed('Eve'))
    const answers = await Promise.all(codes.map((code) => guesser.ask('room:join', join(code))))
    const told = answers.filter((answer) => !answer.ok && answer.refusal === 'no-such-room')
    expect(told).toHaveLength(missedCodesPerAddress)
  })
})

test('[P7] without a name: one is told at once that there is no such room, and every miss counts', async () => {
  connectBy('websocket')
  const missedCodesPerAddress = 2
  server = await startGameServer({ limits: { ...limits, missedCodesPerAddress } })
  const host = await connectPlayer(server.url, guestNamed('Ann'))
  const code = await open(host, { isLocked: true })
  const ask = async (typed: string) => {
    const response = await fetch(`${server.url}/api/rooms/${typed}`)
    return { status: response.status, ...((await response.json()) as object) }
  }
  expect(await ask(code.toLowerCase())).toEqual({ status: 200 })
  expect(await ask('not-a-code')).toEqual({ status: 404, refusal: 'no-such-room' })
  expect(await ask('XXXXX')).toEqual({ status: 404, refusal: 'no-such-room' })
  expect(await ask('YYYYY')).toEqual({ status: 404, refusal: 'no-such-room' })
  expect(await ask(code)).toEqual({ status: 429, refusal: 'too-many-from-here' })
  const ben = await connectPlayer(server.url, guestNamed('Ben'))
  expect(await ben.ask('room:join', join(code))).toEqual(tooMany)
})

test('[P7] class of forty: half mistype the code, and all get in, the TV too', async () => {
  connectBy('websocket')
  server = await startGameServer()
  const teacher = await connectPlayer(server.url, guestNamed('Teacher'))
  const code = await open(teacher)
  const pupils = await Promise.all(
    Array.from({ length: 40 }, (_, place) => connectPlayer(server.url, guestNamed(`Pupil ${place + 1}`))),
  )
  for (const pupil of pupils.slice(0, 20))
    for (const typed of ['XXXXX', 'YYYYY'])
      expect(await pupil.ask('room:join', join(typed))).toMatchObject({ refusal: 'no-such-room' })
  const answers = await Promise.all(
    pupils.map((pupil) => pupil.ask('room:join', { code, isSpectator: true })),
  )
  expect(answers).toEqual(pupils.map(({ guest }) => ({ ok: true, code, you: guest.id })))
  const tv = await connectPlayer(server.url, null, { protocolVersion, isTv: true })
  expect(await tv.ask('room:watch', { code })).toEqual({ ok: true, code })
})

test('[P7] class whose room has closed: it reloads three tabs each while others guess codes, and gets into its next room', async () => {
  connectBy('websocket')
  server = await startGameServer({ limits: { ...limits, missedCodesOfAll: 1 } })
  const guesser = await connectPlayer(server.url, guestNamed('Eve'))
  await guesser.ask('room:join', join('XXXXX'))
  const pupils = await Promise.all(
    Array.from({ length: 40 }, (_, place) => connectPlayer(server.url, guestNamed(`Pupil ${place + 1}`))),
  )
  for (let tab = 1; tab <= 3; tab++)
    for (const pupil of pupils)
      expect(await pupil.ask('room:join', join('YYYYY'))).toEqual({ ok: false, refusal: 'no-such-room' })
  const code = await open(await connectPlayer(server.url, guestNamed('Teacher')))
  const answers = await Promise.all(
    pupils.map((pupil) => pupil.ask('room:join', { code, isSpectator: true })),
  )
  expect(answers).toEqual(pupils.map(({ guest }) => ({ ok: true, code, you: guest.id })))
})

test('[P7] rate limit: while many guess, an address with a seat has half its codes, and a tenth once the seat is given up', async () => {
  connectBy('websocket')
  const few = { missedCodesOfAll: 1, missedCodesPerAddress: 4, guardedShare: 0.25 }
  server = await startGameServer({ limits: { ...limits, ...few } })
  const host = await connectPlayer(server.url, guestNamed('Ann'))
  await open(host)
  const refusals: unknown[] = []
  const miss = async (code: string) => {
    const ben = await connectPlayer(server.url, guestNamed('Ben'))
    const answer = await ben.ask('room:join', join(code))
    refusals.push(!answer.ok && answer.refusal)
  }
  await miss('XXXXX')
  await miss('YYYYY')
  await miss('ZZZZZ')
  server.clock.advance(limits.missedCodesWindowMs)
  await host.ask('room:leave', {})
  await miss('XXXXX')
  await miss('YYYYY')
  const [missed, over] = ['no-such-room', 'too-many-from-here']
  expect(refusals).toEqual([missed, missed, over, missed, over])
})

describe('[P7] refused code: the answer does not reveal whether its room is public', () => {
  const cheeky = guestNamed('Sexy Beast')
  const banned = guestNamed('Bea')
  const plain = guestNamed('Pat')
  let asked: string[]

  /** @returns what each of them is refused with, null for who gets in, in a room of these settings with so many players */
  async function refusals(changed: Partial<RoomSettings>, players = 1) {
    const host = await connectPlayer(server.url, guestNamed('Ann'))
    const code = await open(host, changed)
    for (let place = 1; place < players; place++)
      await (await connectPlayer(server.url, guestNamed(`Pen ${place}`))).ask('room:join', join(code))
    const answers: Record<string, string | null> = {}
    for (const guest of [cheeky, banned, plain]) {
      const player = await connectPlayer(server.url, guest)
      asked = []
      const answer = await player.ask('room:join', join(code))
      expect(asked).toEqual([guest.id])
      answers[guest.name] = answer.ok ? null : answer.refusal
      await player.ask('room:leave', {})
    }
    return answers
  }

  async function start() {
    asked = []
    server = await startGameServer({
      moderation: {
        async findStatus(id) {
          asked.push(id)
          return id === banned.id ? { isBanned: true, refusedName: null, name: banned.name } : null
        },
        saveReport: async () => {},
      },
    })
  }

  test.each([
    ['a locked room', { isLocked: true }, 1],
    ['a full room', {}, settings.maxPlayers],
  ])('%s', async (_, changed, players) => {
    await start()
    const ofPrivate = await refusals(changed, players)
    expect(await refusals({ ...changed, isPublic: true }, players)).toEqual(ofPrivate)
  })

  test('a public room that is closed to them refuses as a locked one does', async () => {
    await start()
    expect(await refusals({ isPublic: true })).toEqual({
      [cheeky.name]: 'room-locked',
      [banned.name]: 'room-locked',
      [plain.name]: null,
    })
    expect(await refusals({})).toEqual({ [cheeky.name]: null, [banned.name]: null, [plain.name]: null })
  })
})
