import { useFormatter, useTranslations } from 'next-intl'
import type { OwnReview } from '#game/protocol/http-answers'
import type { LeaderboardRow } from '#server/store/boards/leaderboard'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { Panel } from '../../kit/panel'
import { ShareButton } from '../../kit/share-button'
import { UnderReview } from '../../kit/under-review'

type OwnTryProps = {
  /** Null until it has finished, if it ever does, and as long as it is held. */
  row: LeaderboardRow | null
  review: OwnReview | null
  /** [A4] Null where it has no drawings to show. */
  blocks: string | null
  /** As it is written for people. */
  day: string
}

/** What the player's try of the day came to. */
export function OwnTry({ row, review, blocks, day }: OwnTryProps) {
  const t = useTranslations('daily.own')
  const format = useFormatter()
  return (
    <Panel aria-labelledby="own" className="mt-6">
      <h2 id="own" className="text-xl">
        {t('title')}
      </h2>
      {row ? (
        <>
          <div className="mt-2 flex flex-wrap items-baseline gap-x-6 gap-y-1">
            <p className="figures font-extrabold text-5xl text-accent">{t('place', { rank: row.rank })}</p>
            <p className="figures font-bold text-2xl">
              {t('points', { points: format.number(row.pointsPerRound) })}
            </p>
            <Button kind="quiet" size="small" asChild className="ms-auto">
              <Link href={`/replay/${row.gameId}`}>{t('watch')}</Link>
            </Button>
          </div>
          {blocks && <SharedRow {...{ row, blocks, day }} />}
        </>
      ) : review ? (
        <UnderReview review={review} className="mt-2" />
      ) : (
        <p className="mt-1 text-muted">{t('left')}</p>
      )}
    </Panel>
  )
}

/** [A4] The try as blocks, and a button that shares them: they tell no digit. */
function SharedRow({ row, blocks, day }: { row: LeaderboardRow; blocks: string; day: string }) {
  const t = useTranslations('daily.own')
  const format = useFormatter()
  const points = format.number(row.pointsPerRound)
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
      <p
        role="img"
        aria-label={t('row')}
        dir="ltr"
        className="whitespace-pre font-mono text-2xl text-accent leading-none tracking-tight"
      >
        {blocks}
      </p>
      <ShareButton
        href="/daily"
        text={`${t('rowText', { day, rank: row.rank, points })}\n${blocks}`}
        kind="outline"
        size="small"
      />
    </div>
  )
}
