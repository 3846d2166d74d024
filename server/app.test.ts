import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { connectPlayer, guestNamed, startGameServer, type TestPlayer } from '#server/testing/game-server'

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
      ],
    },
  ])

describe('a Race', () => {
  test('three players play two rounds to the podium, and every round is kept with its drawings', async () => {
    const [ann, ben, cem] = await roomOf('Ann', 'Ben', 'Cem')
    if (!ann || !ben || !cem) throw new Error('three players')
    expect(await ann.ask('game:start', {})).toEqual({ ok: true })
    for (const round of [0, 1]) {
      await cem.sees(({ phase }) => phase.name === 'countdown' && phase.round === round)
      server.clock.advance(settings.countdownMs)
      for (const [place, each] of [ann, ben, cem].entries()) {
        await each.sees(({ phase }) => phase.name === 'drawing' && phase.round === round)
        server.clock.advance(500)
        expect(await each.ask('ink:add', { round, drawing: 0, from: 0, ops: stroke(place) })).toEqual({
          ok: true,
        })
      }
      server.clock.advance(settings.penFinishMs + settings.lockHoldMs + 2_000)
      await cem.sees(({ phase }) => phase.name === 'reveal' && phase.round === round)
      server.clock.advance(settings.revealMs)
    }
    const { phase } = await ben.sees(({ phase }) => phase.name === 'finished')
    if (phase.name !== 'finished') throw new Error(phase.name)
    expect(phase.standings.map(({ name }) => name)).toEqual(['Ann', 'Ben', 'Cem'])
    expect(server.rounds.map(({ drawings }) => drawings.length)).toEqual([3, 3])
    expect(server.games).toHaveLength(1)
  })
})
