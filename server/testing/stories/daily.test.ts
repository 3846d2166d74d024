import { afterEach, beforeEach, expect, test } from 'vitest'
import { dailyPromptAt, dayOf } from '#game/prompts/daily'
import { settings } from '#game/settings'
import { limits } from '#server/edge/limits'
import { createMemoryDailyTries, secretOf } from '#server/testing/fakes/memory-daily-tries'
import { connectPlayer, guestNamed, startGameServer, type TestPlayer } from '#server/testing/game-server'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server

beforeEach(async () => {
  server = await startGameServer()
})
afterEach(() => server.close())

async function atTheDaily(name: string): Promise<TestPlayer> {
  const player = await connectPlayer(server.url, guestNamed(name))
  expect(await player.ask('room:daily', {})).toMatchObject({ ok: true })
  await player.sees(({ phase }) => phase.name === 'lobby')
  return player
}

async function playThrough(player: TestPlayer): Promise<boolean> {
  expect(await player.ask('game:start', {})).toEqual({ ok: true })
  const { isRankedTry } = await player.sees(({ phase }) => phase.name === 'countdown')
  server.clock.advance(settings.countdownMs)
  await player.sees(({ phase }) => phase.name === 'drawing')
  server.clock.advance(60_000 + settings.judgingMs + settings.maxLagCreditMs)
  await player.sees(({ phase }) => phase.name === 'reveal')
  server.clock.advance(settings.longRevealMs)
  await player.sees(({ phase }) => phase.name === 'finished')
  return isRankedTry
}

test('[R14] daily challenge: a player’s first game of the day is ranked, the second is not, the next day’s is', async () => {
  const dayMs = 86_400_000
  await server.close()
  // A day that passes at once leaves no time to answer what a server asks every two seconds.
  server = await startGameServer({ limits: { ...limits, lagProbeMs: dayMs } })
  const ann = await atTheDaily('Ann')
  expect(await playThrough(ann)).toBe(true)
  expect(await playThrough(ann)).toBe(false)
  server.clock.advance(dayMs)
  expect(await playThrough(ann)).toBe(true)
})

const firstPrompts = () => server.rounds.map(({ drawings }) => drawings[0]?.prompt)

test('[R14] daily challenge: everybody draws the same prompts', async () => {
  const day = dayOf(server.clock.now())
  for (const name of ['Ann', 'Ben']) await playThrough(await atTheDaily(name))
  expect(server.games.map((game) => game.day)).toEqual([day, day])
  expect(firstPrompts()).toEqual([dailyPromptAt(secretOf(day), 0), dailyPromptAt(secretOf(day), 0)])
})

test('[R14] daily challenge: a game that begins in the last second of a day counts for that day', async () => {
  const day = dayOf(server.clock.now())
  server.clock.advance(Date.parse(day) + 86_400_000 - 1 - server.clock.now())
  await playThrough(await atTheDaily('Ann'))
  expect(dayOf(server.clock.now())).not.toBe(day)
  expect(server.games.map((game) => game.day)).toEqual([day])
  expect(firstPrompts()).toEqual([dailyPromptAt(secretOf(day), 0)])
})

test('[R14] daily challenge: two concurrent starts use up one try and start one game', async () => {
  const ann = await atTheDaily('Ann')
  const answers = await Promise.all([ann.ask('game:start', {}), ann.ask('game:start', {})])
  expect(answers).toContainEqual({ ok: true })
  expect(answers).toContainEqual({ ok: false, refusal: 'not-now' })
  expect((await ann.sees(({ phase }) => phase.name === 'countdown')).isRankedTry).toBe(true)
})

test('[R14] daily challenge: while the database is away a game has other digits and does not count, and the try is not lost', async () => {
  await server.close()
  const tries = createMemoryDailyTries()
  let isAway = true
  server = await startGameServer({
    dailyTries: {
      ...tries,
      claim: (claim) => (isAway ? Promise.reject(new Error('away')) : tries.claim(claim)),
    },
  })
  const ann = await atTheDaily('Ann')
  expect(await playThrough(ann)).toBe(false)
  const [room] = server.app.rooms.all()
  expect(room?.game?.daily).toEqual({ day: dayOf(server.clock.now()), isRanked: false })
  isAway = false
  expect(await playThrough(ann)).toBe(true)
})
