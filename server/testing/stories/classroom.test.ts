import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { Acknowledgement } from '#game/protocol/socket-events'
import { settings } from '#game/settings'
import { connectBy, connectPlayer, guestNamed, startGameServer } from '#server/testing/game-server'

const pupils = Array.from({ length: 40 }, (_, place) => guestNamed(`Pupil ${place + 1}`))

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server
let seconds: ReturnType<typeof setInterval>

beforeEach(async () => {
  server = await startGameServer()
  // What a class asks in several seconds is not to count for one.
  seconds = setInterval(() => server.clock.advance(1_000), 1_000)
})
afterEach(async () => {
  clearInterval(seconds)
  await server.close()
})
afterAll(() => connectBy('websocket'))

/** The page and the name, as a browser asks for them. */
async function openPages(): Promise<number[]> {
  const page = await fetch(`${server.url}/room/CDFGH`)
  const name = await fetch(`${server.url}/api/player`, { method: 'POST', body: '{}' })
  return [page.status, name.status]
}

test.each(['websocket', 'polling'] as const)(
  '[R2] a class of forty behind one address gets into one room by %s, twice in a minute',
  async (transport) => {
    connectBy(transport)
    const teacher = await connectPlayer(server.url, guestNamed('Teacher'))
    await teacher.ask('room:create', {})
    const { code } = await teacher.sees(({ seats }) => seats.length === 1)
    const noSeat = { ok: false, refusal: 'room-full' }

    for (const _ of ['at first', 'after all have reloaded']) {
      const pages = await Promise.all(pupils.map(openPages))
      expect(pages.flat().every((status) => status === 200)).toBe(true)
      const players = await Promise.all(pupils.map((pupil) => connectPlayer(server.url, pupil)))
      const answers = new Map<(typeof players)[number], Acknowledgement>()
      await Promise.all(
        players.map(async (player) =>
          answers.set(player, await player.ask('room:join', { code, isSpectator: false })),
        ),
      )
      const without = players.filter((player) => answers.get(player)?.ok === false)
      expect(without.map((player) => answers.get(player))).toEqual(without.map(() => noSeat))
      expect(without).toHaveLength(pupils.length + 1 - settings.maxPlayers)
      for (const player of without) {
        expect(await player.ask('room:join', { code, isSpectator: true })).toMatchObject({ ok: true })
      }
      await teacher.sees(({ seats }) => seats.filter(({ isConnected }) => isConnected).length > pupils.length)
      for (const player of players) player.leaveAbruptly()
      await teacher.sees(({ seats }) => seats.filter(({ isConnected }) => isConnected).length === 1)
    }
  },
  // Eighty browsers' work in one process, where the machine may be busy.
  90_000,
)

test('class of forty: all mistype the code twice and are told so, and each opens a room twice', async () => {
  const players = await Promise.all(pupils.map((pupil) => connectPlayer(server.url, pupil)))
  for (const _ of ['at first', 'once more']) {
    for (const player of players) {
      const missed = await player.ask('room:join', { code: 'XXXXX', isSpectator: false })
      expect(missed).toEqual({ ok: false, refusal: 'no-such-room' })
      expect(await player.ask('room:create', {})).toMatchObject({ ok: true })
    }
  }
})
