import { ChevronLeft, ChevronRight, Play } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { type Day, dayFrom, dayOf, nextDayAt } from '#game/prompts/daily'
import type { OwnReview } from '#game/protocol/http-answers'
import type { Leaderboard } from '#server/store/boards/leaderboard'
import type { DayProof } from '#server/store/daily/day-secrets'
import { HandwrittenDigit } from '../../ink/logo/handwritten-digit'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { EmptyState } from '../../kit/panel'
import { ShareButton } from '../../kit/share-button'
import { GameRanking } from '../boards/game-ranking'
import { OwnTry } from './own-try'
import { Proofs } from './proofs'
import { TimeLeft } from './time-left'

type DailyScreenProps = {
  day: Day
  /** Ms since the epoch. */
  now: number
  board: Leaderboard
  /** Whether the player of this browser has begun their ranked try. */
  hasTried: boolean
  /** [F6] Of that try. */
  review: OwnReview | null
  /** Of today and tomorrow, or of the day that was; none for a day that never had a secret. */
  proofs: readonly DayProof[]
  /** [A4] Of that try. */
  blocks: string | null
  /** The place of this browser's player on the board of the day before; null without one, and on any day but today. */
  yesterdaysRank: number | null
}

export function DailyScreen({
  day,
  now,
  board,
  hasTried,
  review,
  proofs,
  blocks,
  yesterdaysRank,
}: DailyScreenProps) {
  const t = useTranslations('daily')
  const rewards = useTranslations('rewards')
  const format = useFormatter()
  const isToday = day === dayOf(now)
  // [A4] With the row of the own try, which has a button of its own.
  const isShared = hasTried && board.own !== null && blocks !== null
  const dayName = format.dateTime(new Date(day), { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <main id="main" className="page max-w-3xl">
      <p className="figures mt-4 font-semibold text-lg text-muted">
        <time dateTime={day}>{dayName}</time>
      </p>
      <h1 className="mt-1 text-5xl sm:text-6xl">{t('heading')}</h1>
      <p className="mt-3 max-w-prose text-lg text-muted">{t('rule')}</p>
      {hasTried && <OwnTry {...{ row: board.own, review, blocks }} day={dayName} />}
      {yesterdaysRank !== null && (
        <p className="mt-4 text-lg">
          <Link href={`/daily?day=${dayFrom(day, -1)}`} className="underline">
            {rewards('yesterday', { rank: yesterdaysRank })}
          </Link>
        </p>
      )}
      {isToday && (
        <div className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-4">
          <Button kind={hasTried ? 'outline' : 'primary'} size="large" asChild>
            <Link href="/room/daily">
              <Play aria-hidden="true" className="fill-current" />
              {t(hasTried ? 'practise' : 'play')}
            </Link>
          </Button>
          <p className="grid leading-tight">
            <span className="text-muted">{t('next')}</span>
            <TimeLeft leftMs={nextDayAt(now) - now} />
          </p>
          {!isShared && <ShareButton href="/daily" text={t('shareText')} kind="outline" />}
        </div>
      )}
      <section aria-labelledby="board" className="mt-10">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="board" className="text-3xl">
            {isToday ? t('board') : t('boardOf', { day: dayName })}
          </h2>
          <nav aria-label={t('days')} className="flex gap-2">
            <DayLink day={dayFrom(day, -1)} rel="prev">
              <ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />
              {t('before')}
            </DayLink>
            {!isToday && (
              <DayLink day={dayFrom(day, 1)} rel="next">
                {t('after')}
                <ChevronRight aria-hidden="true" className="rtl:-scale-x-100" />
              </DayLink>
            )}
          </nav>
        </div>
        {board.rows.length > 0 ? (
          <GameRanking ranking={board} caption={t('caption', { day: dayName })} points={t('points')} />
        ) : (
          <Nobody isToday={isToday} />
        )}
      </section>
      <Proofs proofs={proofs} />
    </main>
  )
}

function DayLink({ day, ...rest }: { day: Day; rel: 'prev' | 'next'; children: React.ReactNode }) {
  return (
    <Button size="small" kind="quiet" asChild>
      <Link href={`/daily?day=${day}`} {...rest} />
    </Button>
  )
}

function Nobody({ isToday }: { isToday: boolean }) {
  const t = useTranslations('daily.empty')
  return (
    <EmptyState
      picture={<HandwrittenDigit digit={0} time={0.8} className="h-40 text-accent" />}
      title={t(isToday ? 'title' : 'past')}
    >
      {t(isToday ? 'text' : 'pastText')}
    </EmptyState>
  )
}
