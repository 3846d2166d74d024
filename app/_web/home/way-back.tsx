import { Flame, Trophy } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { dayFrom, dayOf } from '#game/prompts/daily'
import { systemClock } from '#server/host/clock'
import { dailyBoard } from '#server/store/boards/leaderboard'
import { isDatabaseUp, pagePrisma } from '#server/store/page-store'
import { findStreak } from '#server/store/players/find-streak'
import { Link } from '../kit/link'
import { currentGuest, sealedGuest } from '../kit/player/current-guest'

/**
 * [A1] The streak of this browser's player, and their place in yesterday's challenge; nothing for who has neither. Who has been here
 * before has a place for it from the start, so that what the database says later moves nothing.
 */
export async function WayBack() {
  if (!(await sealedGuest())) return null
  return (
    <div className="min-h-19">
      <Suspense>
        <FoundWayBack />
      </Suspense>
    </div>
  )
}

async function FoundWayBack() {
  const guest = (await isDatabaseUp()) ? await currentGuest() : null
  if (!guest) return null
  const t = await getTranslations('rewards')
  const now = systemClock.now()
  const yesterday = dayFrom(dayOf(now), -1)
  const found = await Promise.all([
    findStreak(pagePrisma(), guest.id, now),
    dailyBoard(pagePrisma(), yesterday, { own: guest.id, limit: 1 }),
  ]).catch(() => null)
  if (!found) return null
  const [{ days, isTodayDone }, { own }] = found
  return (
    <div className="grid max-w-md gap-1 text-lg empty:hidden">
      {days > 0 && (
        <p className="flex items-center gap-2">
          <Flame aria-hidden="true" className="size-5 shrink-0 text-accent" />
          {t(isTodayDone ? 'streak' : 'streakOpen', { days })}
        </p>
      )}
      {own && (
        <Link href={`/daily?day=${yesterday}`} className="inline-flex min-h-11 items-center gap-2 underline">
          <Trophy aria-hidden="true" className="size-5 shrink-0 text-accent" />
          {t('yesterday', { rank: own.rank })}
        </Link>
      )}
    </div>
  )
}
