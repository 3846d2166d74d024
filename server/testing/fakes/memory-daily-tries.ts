import type { Day, DaySecret } from '#game/prompts/daily'
import type { DailyTries } from '#server/rooms/ports'

/** What tests have as the secret of a day. */
export function secretOf(day: Day): DaySecret {
  return day.replaceAll('-', '').padStart(64, '0')
}

/** One ranked try a day for each player, as long as the server runs. */
export function createMemoryDailyTries(): DailyTries {
  const claims = new Map<string, string>()
  return {
    async claim({ day, gameId, player }) {
      const key = `${day} ${player.id}`
      if (!claims.has(key)) claims.set(key, gameId)
      return { isRanked: claims.get(key) === gameId, secret: secretOf(day) }
    },
    async release(gameId) {
      for (const [key, claimed] of claims) if (claimed === gameId) claims.delete(key)
    },
  }
}
