import { ArrowRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { type LeaderboardRow, leaderboard } from '#server/store/boards/leaderboard'
import { isDatabaseUp, pagePrisma } from '#server/store/page-store'
import { InkShape } from '../ink/ink-shape'
import { FittedText } from '../kit/fit/fitted-text'
import { Link } from '../kit/link'

/** The three best of all time. Without the database the home page shows everything but this list. */
export async function LeaderboardTeaser() {
  const rows = (await isDatabaseUp())
    ? await leaderboard(pagePrisma(), { board: 'race', limit: 3 }).then(
        (found) => found.rows,
        () => null,
      )
    : null
  return <Teaser rows={rows} />
}

export function Teaser({ rows }: { rows: LeaderboardRow[] | null }) {
  const t = useTranslations('home.teaser')
  const format = useFormatter()
  return (
    <section aria-labelledby="best">
      <h2 id="best" className="text-3xl sm:text-4xl">
        {t('title')}
      </h2>
      {rows && rows.length > 0 ? (
        <ol className="mt-5 grid gap-3 md:grid-cols-3">
          {rows.map(({ playerId, rank, name, colour, pointsPerRound }) => (
            <li
              key={playerId}
              className="flex min-w-0 items-center gap-4 rounded-sheet border border-line bg-card px-5 py-3"
            >
              <span className="figures font-extrabold text-5xl text-accent">{rank}</span>
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-2 font-medium text-lg">
                  <InkShape colour={colour} />
                  <FittedText text={name} mayBreak />
                </span>
                <span className="figures text-muted">
                  {t('points', { points: format.number(pointsPerRound, { maximumFractionDigits: 0 }) })}
                </span>
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="mt-3 text-muted">{rows ? t('empty') : t('away')}</p>
      )}
      <Link
        href="/leaderboard"
        className="mt-3 inline-flex min-h-11 items-center gap-2 font-display font-semibold underline decoration-edge decoration-2 underline-offset-4"
      >
        {t('all')}
        <ArrowRight aria-hidden="true" className="size-5 rtl:-scale-x-100" />
      </Link>
    </section>
  )
}
