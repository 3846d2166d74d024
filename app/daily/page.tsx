import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { dayOf } from '#game/daily'
import { systemClock } from '#server/clock'
import { dailyBoard } from '#server/store/daily-board'
import { findComingProofs, findDayProof } from '#server/store/day-secrets'
import { findDailyTry } from '#server/store/find-daily-try'
import { findOwnReview } from '#server/store/find-own-review'
import { pagePrisma } from '#server/store/page-store'
import { Words } from '../i18n/words'
import { currentGuest } from '../player/current-guest'
import { SiteHeader } from '../ui/site-header'
import { DailyScreen } from './daily-screen'
import { parseDay } from './parse-day'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('daily')
  return { title: words('title'), description: words('rule') }
}

type DailyPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DailyPage({ searchParams }: DailyPageProps) {
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
  return (
    <>
      <SiteHeader />
      <Words of={['daily']}>
        <DailyScreen {...{ day, now, board, review, proofs }} hasTried={ownTry !== null} />
      </Words>
    </>
  )
}
