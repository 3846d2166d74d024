import type { ImageResponse } from 'next/og'
import { getFormatter, getTranslations } from 'next-intl/server'
import { dayOf } from '#game/prompts/daily'
import { systemClock } from '#server/host/clock'
import { dailyBoard } from '#server/store/boards/leaderboard'
import { pagePrisma } from '#server/store/page-store'
import { drawCard } from './card'
import { drawnByHouse } from './card-parts'

/** The picture of the day's challenge: its date, and the scores there are to beat. */
export async function drawDailyCard(): Promise<ImageResponse> {
  const day = dayOf(systemClock.now())
  const [t, format, { rows }] = await Promise.all([
    getTranslations('daily'),
    getFormatter(),
    dailyBoard(pagePrisma(), day, { limit: 3 }),
  ])
  return drawCard({
    title: t('heading'),
    line: format.dateTime(new Date(day), { dateStyle: 'long', timeZone: 'UTC' }),
    best: rows.map(({ name, colour, pointsPerRound }) => ({
      ...{ name, colour },
      score: format.number(pointsPerRound),
    })),
    drawings: [3, 7, 0, 5, 8, 2, 9, 4, 6].map((digit, colour) => drawnByHouse(digit, colour)),
  })
}
