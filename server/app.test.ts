import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { decodeInk, encodeInk } from '#game/drawing/ink-codec'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { protocolVersion } from '#game/protocol/version'
import { settings } from '#game/settings'
import { limits } from '#server/edge/limits'
import { askAfterMs } from '#server/rooms/room-runner'
import {
  connectPlayer,
  guestNamed,
  openSocket,
  startGameServer,
  type TestPlayer,
} from '#server/testing/game-server'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server

beforeEach(async () => {
  server = await startGameServer()
})
afterEach(() => server.close())

const sevens = { ...defaultRoomSettings, rounds: 2, digits: [7] }

async function player(name: string): Promise<TestPlayer> {
  return connectPlayer(server.url, guestNamed(name))
}

async function roomOf(...names: string[]): Promise<TestPlayer[]> {
  const players: TestPlayer[] = []
  for (const name of names) {
    const each = await player(name)
    const code = players[0]?.view.code
    await (code
      ? each.ask('room:join', { code, isSpectator: false })
      : each.ask('room:create', { settings: sevens }))
    await each.sees(({ seats }) => seats.length === players.length + 1)
    players.push(each)
  }
  return players
}

const stroke = (from: number) =>
  encodeInk([
    {
      kind: 'draw',
      atMs: 0,
      points: [
        { x: 100, y: 100 + from, t: 0 },
        { x: 500, y: 120 + from, t: 16 },
        { x: 300, y: 600, t: 32 },
      ],
    },
    { kind: 'lift', atMs: 32 },
  ])

describe('race', () => {
  test('three players play two rounds to the podium, and every round is kept with its drawings', async () => {
    const [ann, ben, cem] = await roomOf('Ann', 'Ben', 'Cem')
    if (!ann || !ben || !cem) throw new Error('three players')
    expect(await ann.ask('game:start', {})).toEqual({ ok: true })
    for (const round of [0, 1]) {
      await cem.sees(({ phase }) => phase.name === 'countdown' && phase.round === round)
      server.clock.advance(round === 0 ? settings.countdownMs : settings.betweenRoundsMs)
      for (const [place, each] of [ann, ben, cem].entries()) {
        await each.sees(({ phase }) => phase.name === 'drawing' && phase.round === round)
        server.clock.advance(500)
        expect(await each.ask('ink:add', { round, drawing: 0, from: 0, inkText: stroke(place) })).toEqual({
          ok: true,
        })
      }
      // After the tick the judge is asked, and has answered when this is acknowledged.
      server.clock.advance(settings.inkBatchMs + askAfterMs)
      await cem.ask('room:resync', {})
      server.clock.advance(settings.lockHoldMs + settings.penFinishMs + settings.maxLagCreditMs)
      await cem.sees(({ phase }) => phase.name === 'reveal' && phase.round === round)
      for (const each of [ann, ben, cem]) await each.ask('round:ready', { round })
      server.clock.advance(settings.leastRevealMs)
    }
    const { phase } = await ben.sees(({ phase }) => phase.name === 'finished')
    if (phase.name !== 'finished') throw new Error(phase.name)
    expect(phase.standings.map(({ name }) => name)).toEqual(['Ann', 'Ben', 'Cem'])
    expect(server.rounds.map(({ drawings }) => drawings.length)).toEqual([3, 3])
    expect(server.games).toHaveLength(1)
  })
})

/** Two players at the beginning of the first round. */
async function drawing(): Promise<[TestPlayer, TestPlayer]> {
  const [ann, ben] = (await roomOf('Ann', 'Ben')) as [TestPlayer, TestPlayer]
  await ann.ask('game:start', {})
  await ann.sees(({ phase }) => phase.name === 'countdown')
  server.clock.advance(settings.countdownMs)
  for (const each of [ann, ben]) await each.sees(({ phase }) => phase.name === 'drawing')
  return [ann, ben]
}

const ink = (change: object = {}) => ({ round: 0, drawing: 0, from: 0, inkText: stroke(0), ...change })

describe('joining and leaving', () => {
  test('[R2] rejoin: a player who reloads in mid-round gets their seat and ink back', async () => {
    const [ann, ben] = await drawing()
    await ben.ask('ink:add', ink())
    ben.leaveAbruptly()
    await ann.sees(({ seats }) => seats.some(({ isConnected }) => !isConnected))
    const back = await connectPlayer(server.url, ben.guest)
    await back.ask('room:join', { code: ann.view.code, isSpectator: false })
    const { phase } = await back.sees(({ phase }) => phase.name === 'drawing')
    const own = phase.name === 'drawing' ? phase.canvases.find(({ pen }) => pen === ben.guest.id) : undefined
    expect(decodeInk(own?.inkText ?? '')).toHaveLength(2)
  })

  test('[R7] late join: the newcomer sees the round and has no canvas in it', async () => {
    const [ann] = await drawing()
    const late = await player('Late')
    await late.ask('room:join', { code: ann.view.code, isSpectator: false })
    const { phase } = await late.sees(({ phase }) => phase.name === 'drawing')
    expect(phase.name === 'drawing' && phase.canvases.flatMap(({ players }) => players)).not.toContain(
      late.guest.id,
    )
    expect(await late.ask('ink:add', ink())).toEqual({ ok: false, refusal: 'not-playing' })
  })

  test('two tabs of one player: the newer one takes the seat, the older one is told', async () => {
    const [ann] = (await roomOf('Ann')) as [TestPlayer]
    const taken = new Promise((resolve) => ann.socket.on('seat:taken', resolve))
    const newer = await connectPlayer(server.url, ann.guest)
    await newer.ask('room:join', { code: ann.view.code, isSpectator: false })
    await taken
    expect((await newer.sees(({ seats }) => seats.length === 1)).seats[0]?.isConnected).toBe(true)
  })

  test('moderation timeout: a store that does not answer keeps nobody out for long', async () => {
    await server.close()
    let ask = () => {}
    const asked = new Promise<void>((resolve) => {
      ask = resolve
    })
    const findStatus = () => {
      ask()
      return new Promise<never>(() => {})
    }
    server = await startGameServer({ moderation: { findStatus, saveReport: async () => {} } })
    const entering = player('Ann')
    await asked
    server.clock.advance(1_000)
    expect(await (await entering).ask('room:create', {})).toMatchObject({ ok: true })
  })

  test('quick play: strangers meet in one public room, which starts by itself', async () => {
    const [one, other] = [await player('One'), await player('Other')]
    for (const each of [one, other]) expect(await each.ask('room:quick', {})).toMatchObject({ ok: true })
    await one.sees(({ seats, startsAt }) => seats.length === 2 && startsAt !== null)
    server.clock.advance(settings.publicStartMs)
    await other.sees(({ phase }) => phase.name === 'countdown')
  })
})

describe('bad input', () => {
  test('refusals: each mistake has its own, and changes nothing', async () => {
    const [ann, ben] = await drawing()
    const refusal = async (asked: Promise<object>) => ((await asked) as { refusal?: string }).refusal
    expect(await refusal(ann.ask('ink:add', ink({ round: 3 })))).toBe('wrong-round')
    expect(await refusal(ann.ask('ink:add', ink({ from: 7 })))).toBe('ink-gap')
    expect(await refusal(ann.ask('ink:add', ink({ drawing: 9 })))).toBe('drawing-over')
    expect(await refusal(ann.ask('ink:add', ink({ inkText: '!' })))).toBe('bad-message')
    expect(await refusal(ann.ask('ink:add', ink({ points: 900 })))).toBe('bad-message')
    expect(await refusal(ben.ask('game:start', {}))).toBe('not-now')
    expect(await refusal(ben.ask('player:kick', { playerId: ann.guest.id }))).toBe('not-host')
    expect(await refusal(ben.ask('player:vote', { playerId: ann.guest.id }))).toBe('not-public')
    expect(await refusal(ben.ask('room:join', { code: 'XXXXX', isSpectator: false }))).toBe('no-such-room')
    expect(await refusal(ben.ask('cheat:win' as 'room:leave', {}))).toBe('bad-message')
    const stranger = await player('Eve')
    expect(await refusal(stranger.ask('ink:add', ink()))).toBe('not-seated')
    expect(ann.progress.flatMap(({ changes }) => changes)).toEqual([])
  })

  test('rate limit: a connection over its messages a second is refused, and terminated when it goes on', async () => {
    const [ann] = (await roomOf('Ann')) as [TestPlayer]
    const gone = new Promise<string>((resolve) => ann.socket.on('disconnect', resolve))
    expect(await ann.ask('room:resync', {})).toEqual({ ok: true })
    const ask = (count: number) => Array.from({ length: count }, () => ann.ask('room:resync', {}))
    const answers = await Promise.all(ask(limits.messagesPerConnectionPerSecond + 1))
    expect(answers.at(-1)).toEqual({ ok: false, refusal: 'too-often' })
    ask(limits.framesPerConnectionPerSecond)
    expect(await gone).toMatch(/^transport /)
  })

  test('rate limit: of joins to one’s own room, over and over, no more are shown to others than are commands in time', async () => {
    await server.close()
    server = await startGameServer({ limits: { ...limits, commandsPerConnectionPerSecond: 5 } })
    const [ann, ben] = (await roomOf('Ann', 'Ben')) as [TestPlayer, TestPlayer]
    server.clock.advance(1_000)
    let views = 0
    ben.socket.on('room:view', () => views++)
    const join = { code: ann.view.code, isSpectator: false }
    const answers = await Promise.all(Array.from({ length: 50 }, () => ann.ask('room:join', join)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
    expect(await ben.ask('room:resync', {})).toEqual({ ok: true })
    expect(views).toBeLessThanOrEqual(5 + 1)
  })

  test.each([
    ['without a cookie', null, undefined, 'no-identity'],
    ['of another version', guestNamed('Old'), { protocolVersion: 0 }, 'old-version'],
    ['that is a TV by another word than true', null, { protocolVersion, isTv: 'yes' }, 'no-identity'],
  ])('handshake: a browser %s is refused', async (_, guest, auth, reason) => {
    const socket = await openSocket(server.url, guest, auth)
    const error = await new Promise<Error>((resolve) => socket.on('connect_error', resolve))
    expect(error.message).toBe(reason)
  })

  test('foreign origin: it cannot open a connection in a player’s name', async () => {
    const url = `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
    const socket = new WebSocket(url, { origin: 'https://evil.example' })
    const answer = await new Promise<IncomingMessage>((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response))
    })
    expect(await text(answer)).toBe('foreign-origin')
  })

  test('foreign origin: a form cannot post in a player’s name', async () => {
    const post = (origin: string) =>
      fetch(`${server.url}/api/player`, { method: 'POST', headers: { origin } })
    for (const origin of ['https://evil.example', 'null']) {
      const answer = await post(origin)
      expect(answer.status).toBe(403)
      expect(await answer.json()).toEqual({ refusal: 'foreign-origin' })
    }
    expect(await (await post(server.url)).text()).toBe('a page')
  })

  test('rate limit: names asked for too often from one address are refused by name, with when to come again', async () => {
    await server.close()
    server = await startGameServer({ limits: { ...limits, namesPerAddressPerMinute: 1 } })
    const post = () => fetch(`${server.url}/api/player`, { method: 'POST' })
    expect((await post()).status).toBe(200)
    const answer = await post()
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBe('60')
    expect(await answer.json()).toEqual({ refusal: 'too-many-from-here' })
  })

  test('rate limit: rooms and wrong codes from one address are refused as too many from there', async () => {
    await server.close()
    const few = { ...limits, roomsPerAddressPerMinute: 0, missedCodesPerAddress: 0 }
    server = await startGameServer({ limits: few })
    const ann = await player('Ann')
    const no = { ok: false, refusal: 'too-many-from-here' }
    expect(await ann.ask('room:create', {})).toEqual(no)
    expect(await ann.ask('room:join', { code: 'XXXXX', isSpectator: false })).toEqual(no)
  })

  test('hostile frames: after twenty thousand the game goes on', async () => {
    const [ann, ben] = await drawing()
    const url = `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
    const shapes = [
      '4',
      '40{}',
      '42',
      '42[',
      '42["ink:add"]',
      '42["ink:add",{"inkText":1e999}]',
      '42["__proto__",{}]',
      '2',
      '3',
      '\u0000',
      '42["room:join",{"code":[]}]',
      '451-["a",{"_placeholder":true,"num":9}]',
      '42[null,null]',
      `42["x","${'x'.repeat(5000)}"]`,
    ]
    for (let attacker = 0; attacker < 20; attacker++) {
      const socket = new WebSocket(url)
      await new Promise((resolve) => socket.on('open', resolve))
      const closed = new Promise((resolve) => socket.on('close', resolve))
      socket.on('error', () => {})
      for (let frame = 0; frame < 1000; frame++)
        socket.send(shapes[(frame * 7 + attacker) % shapes.length] ?? '')
      socket.close()
      await closed
    }
    expect(await ann.ask('ink:add', ink())).toEqual({ ok: true })
    await ben.hears('ink:added')
  })
})
