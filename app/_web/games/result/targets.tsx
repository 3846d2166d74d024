import { Flame, Medal, Pencil } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { GameCounts } from '#game/records/what-counts'
import type { GameTarget } from '#server/store/games/find-targets'
import { InkShape } from '../../ink/ink-shape'
import { Link } from '../../kit/link'
import { Panel } from '../../kit/panel'

type TargetsProps = {
  board: GameCounts['board']
  /** Whose challenge it was, where the board is that of a day. */
  day: string | null
  /** Null where there is no board of games. */
  target: GameTarget | null
  /** Points per round of the player who is looking, in this game. */
  here: number | null
  /** Those of a board with more have more each. */
  isOneRound: boolean
  gameId: string
}

/** What this game is measured by: the player's own best, and the best of the day. */
export function Targets({ board, day, target, here, isOneRound, gameId }: TargetsProps) {
  const t = useTranslations('result')
  const format = useFormatter()
  const points = (value: number) =>
    isOneRound
      ? t('points', { points: Math.round(value) })
      : t('perRound', { points: format.number(Math.round(value)) })
  return (
    <Panel aria-labelledby="beat">
      <h2 id="beat" className="text-2xl">
        {t('beat')}
      </h2>
      {!board ? (
        <p className="mt-2 text-muted">{t('unranked')}</p>
      ) : !target ? (
        <BoardLink href={`/daily?day=${day}`}>{t('dailyBoard')}</BoardLink>
      ) : (
        <>
          <dl className="mt-3 grid grid-cols-1 gap-2">
            {here !== null && (
              <Line icon={<Pencil />} name={t('here')} value={points(here)}>
                {target.own?.gameId === gameId && (
                  <span className="font-semibold text-good">{t('newBest')}</span>
                )}
              </Line>
            )}
            {here !== null && target.own && target.own.gameId !== gameId && (
              <Line icon={<Medal />} name={t('ownBest')} value={points(target.own.pointsPerRound)}>
                <Link
                  href={`/result/${target.own.gameId}`}
                  className="inline-flex min-h-11 items-center underline underline-offset-4"
                >
                  {format.dateTime(target.own.finishedAt, { dateStyle: 'medium' })}
                </Link>
              </Line>
            )}
            <Line
              icon={<Flame />}
              name={t('todayBest')}
              value={target.today ? points(target.today.pointsPerRound) : t('nobody')}
            >
              {target.today && (
                <Link
                  href={`/result/${target.today.gameId}`}
                  className="inline-flex min-h-11 min-w-0 items-center gap-1.5 underline underline-offset-4"
                >
                  <InkShape colour={target.today.colour} />
                  <bdi className="min-w-0 wrap-anywhere">{target.today.name}</bdi>
                </Link>
              )}
            </Line>
          </dl>
          <BoardLink href={`/leaderboard?board=${board}&span=today`}>{t('board')}</BoardLink>
        </>
      )}
    </Panel>
  )
}

function BoardLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="mt-3">
      <Link href={href} className="inline-flex min-h-11 items-center underline underline-offset-4">
        {children}
      </Link>
    </p>
  )
}

type LineProps = { icon: ReactNode; name: string; value: string; children: ReactNode }

function Line({ icon, name, value, children }: LineProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 rounded-xl bg-wash px-4 py-2.5 [&>svg]:size-5 [&>svg]:text-accent">
      {icon}
      <dt className="min-w-0 flex-1 basis-32">
        {name}
        <span className="wrap-anywhere block text-base text-muted">{children}</span>
      </dt>
      <dd className="figures ms-auto whitespace-nowrap text-end font-bold text-xl">{value}</dd>
    </div>
  )
}
