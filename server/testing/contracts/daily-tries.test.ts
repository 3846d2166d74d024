import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { DailyTries } from '#server/rooms/ports'
import { createDailyTries } from '#server/store/daily/daily-tries'
import { createMemoryDailyTries } from '#server/testing/fakes/memory-daily-tries'
import { playerNamed } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const day = '2026-11-24'
const nextDay = '2026-11-25'

describe.each<[string, () => DailyTries]>([
  ['database', () => createDailyTries(store.prisma, { isUp: async () => true })],
  ['memory', createMemoryDailyTries],
])('[R14] daily tries in the %s', (_, open) => {
  const ada = playerNamed('Ada')
  const ben = playerNamed('Ben')
  const claimIn = (tries: DailyTries) => {
    return (player: typeof ada, gameId: string, of: string = day) =>
      tries.claim({ day: of, gameId, player, at: new Date(`${of}T09:00:00Z`) })
  }

  test('each player has one ranked try a day', async () => {
    const claim = claimIn(open())
    const isRanked = async (...args: Parameters<typeof claim>) => (await claim(...args)).isRanked
    expect(await isRanked(ada, randomUUID())).toBe(true)
    expect(await isRanked(ada, randomUUID())).toBe(false)
    expect(await isRanked(ben, randomUUID())).toBe(true)
    expect(await isRanked(ada, randomUUID(), nextDay)).toBe(true)
  })

  test('of two claims at the same time one is ranked', async () => {
    const claim = claimIn(open())
    const answers = await Promise.all([claim(ada, randomUUID()), claim(ada, randomUUID())])
    expect(answers.map(({ isRanked }) => isRanked).sort()).toEqual([false, true])
  })

  test('a claim is idempotent: asked again for the same game, it is answered as before', async () => {
    const claim = claimIn(open())
    const [ranked, unranked] = [randomUUID(), randomUUID()]
    const first = await claim(ada, ranked)
    const second = await claim(ada, unranked)
    expect([await claim(ada, ranked), await claim(ada, unranked)]).toEqual([first, second])
  })

  test('a try that is given back may be claimed by another game, and nobody else’s is given back with it', async () => {
    const tries = open()
    const claim = claimIn(tries)
    const gameId = randomUUID()
    await claim(ada, gameId)
    await claim(ben, randomUUID())
    await tries.release(gameId)
    expect((await claim(ada, randomUUID())).isRanked).toBe(true)
    expect((await claim(ben, randomUUID())).isRanked).toBe(false)
  })

  test('the secret belongs to the day, whoever asks and whether it is ranked', async () => {
    const claim = claimIn(open())
    const secretOf = async (...args: Parameters<typeof claim>) => (await claim(...args)).secret
    const secret = await secretOf(ada, randomUUID())
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(await secretOf(ada, randomUUID())).toBe(secret)
    expect(await secretOf(ben, randomUUID())).toBe(secret)
    expect(await secretOf(ada, randomUUID(), nextDay)).not.toBe(secret)
  })
})
