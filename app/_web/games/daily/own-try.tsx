import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { OwnReview } from '#game/protocol/http-answers'
import type { LeaderboardRow } from '#server/store/boards/leaderboard'
import { Button } from '../../kit/button'
import { Panel } from '../../kit/panel'
import { UnderReview } from '../../kit/under-review'

type OwnTryProps = {
  /** Null until it has finished, if it ever does, and as long as it is held. */
  row: LeaderboardRow | null
  review: OwnReview | null
}

/** What the player's try of the day came to. */
export function OwnTry({ row, review }: OwnTryProps) {
  const t = useTranslations('daily.own')
  const format = useFormatter()
  return (
    <Panel aria-labelledby="own" className="mt-6">
      <h2 id="own" className="text-xl">
        {t('title')}
      </h2>
      {row ? (
        <div className="mt-2 flex flex-wrap items-baseline gap-x-6 gap-y-1">
          <p className="figures font-extrabold text-5xl text-accent">{t('place', { rank: row.rank })}</p>
          <p className="figures font-bold text-2xl">
            {t('points', { points: format.number(row.pointsPerRound) })}
          </p>
          <Button kind="quiet" size="small" asChild className="ms-auto">
            <Link href={`/replay/${row.gameId}`}>{t('watch')}</Link>
          </Button>
        </div>
      ) : review ? (
        <UnderReview review={review} className="mt-2" />
      ) : (
        <p className="mt-1 text-muted">{t('left')}</p>
      )}
    </Panel>
  )
}
