import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { dayFrom, dayOf, parseDay } from '#game/prompts/daily'
import { dailyRow } from '#game/records/daily-row'
import { systemClock } from '#server/host/clock'
import { dailyBoard } from '#server/store/boards/leaderboard'
import { findDailyTry } from '#server/store/daily/daily-tries'
import { findComingProofs, findDayProof } from '#server/store/daily/day-secrets'
import { findTryPoints } from '#server/store/games/find-rewards'
import { pagePrisma } from '#server/store/page-store'
import { findOwnReview } from '#server/store/samples/find-own-review'
import { DailyScreen } from '../_web/games/daily/daily-screen'
import { orBusy } from '../_web/home/notices/or-busy'
import { SiteHeader } from '../_web/home/site-header'
import { MessagesProvider } from '../_web/kit/i18n/messages-provider'
import { currentGuest } from '../_web/kit/player/current-guest'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('daily')
  return { title: t('title'), description: t('rule') }
}

type DailyPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default orBusy(async function DailyPage({ searchParams }: DailyPageProps) {
  const now = systemClock.now()
  const day = parseDay((await searchParams).day, now)
  const guest = await currentGuest()
  const [board, ownTry, proofs] = await Promise.all([
    dailyBoard(pagePrisma(), day, guest ? { own: guest.id } : {}),
    guest && findDailyTry(pagePrisma(), day, guest.id),
    day === dayOf(now)
      ? findComingProofs(pagePrisma(), now)
      : findDayProof(pagePrisma(), day, now).then((proof) => (proof ? [proof] : [])),
  ])
  const review = guest && ownTry ? await findOwnReview(pagePrisma(), ownTry, guest.id) : null
  const points = guest && ownTry ? await findTryPoints(pagePrisma(), ownTry, guest.id) : []
  const blocks = points.length > 0 ? dailyRow(points) : null
  const before =
    guest && day === dayOf(now)
      ? await dailyBoard(pagePrisma(), dayFrom(day, -1), { own: guest.id, limit: 1 })
      : null
  return (
    <>
      <SiteHeader />
      <MessagesProvider of={['daily']}>
        <DailyScreen
          {...{ day, now, board, review, proofs, blocks }}
          hasTried={ownTry !== null}
          yesterdaysRank={before?.own?.rank ?? null}
        />
      </MessagesProvider>
    </>
  )
})
