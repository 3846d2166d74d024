import { connection } from 'next/server'
import { getFormatter, getTranslations } from 'next-intl/server'
import { dayOf } from '#game/prompts/daily'
import { systemClock } from '#server/host/clock'
import { dailyBoard } from '#server/store/daily/daily-board'
import { pagePrisma } from '#server/store/page-store'
import { cardSize, drawCard } from '../_web/games/share/card'
import { drawnByHouse } from '../_web/games/share/ink-paths'

export const alt = 'Digit Dash'
export const size = cardSize
export const contentType = 'image/png'

/** The picture of the day's challenge: its date, and the scores there are to beat. */
export default async function DailyImage() {
  // Painted when it is asked for: each day has its own.
  await connection()
  const day = dayOf(systemClock.now())
  const [words, format, { rows }] = await Promise.all([
    getTranslations('daily'),
    getFormatter(),
    dailyBoard(pagePrisma(), day, { limit: 3 }),
  ])
  return drawCard({
    title: words('heading'),
    line: format.dateTime(new Date(day), { dateStyle: 'long', timeZone: 'UTC' }),
    places: rows.map(({ name, colour, pointsPerRound }) => ({
      ...{ name, colour },
      score: format.number(pointsPerRound),
    })),
    drawings: [3, 7, 0, 5, 8, 2, 9, 4, 6].map((digit, place) => drawnByHouse(digit, place)),
  })
}
