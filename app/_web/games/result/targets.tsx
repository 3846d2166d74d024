import { Flame, Medal, Pencil } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { GameBoard, LeaderboardRow } from '#server/store/boards/leaderboard'
import type { Target } from '#server/store/games/find-targets'
import { InkShape } from '../../ink/ink-shape'
import { Panel } from '../../kit/panel'

type TargetsProps = {
  /** Null where the game counts on none. */
  board: GameBoard | null
  target: Target<LeaderboardRow> | null
  /** Points per round of the player who is looking, in this game. */
  here: number | null
  gameId: string
}

/** What this game is measured by: the player's own best, and the best of the day. */
export function Targets({ board, target, here, gameId }: TargetsProps) {
  const words = useTranslations('result')
  const format = useFormatter()
  const points = (value: number) => words('perRound', { points: format.number(Math.round(value)) })
  return (
    <Panel aria-labelledby="beat">
      <h2 id="beat" className="text-2xl">
        {words('beat')}
      </h2>
      {!board || !target ? (
        <p className="mt-2 text-muted">{words('unranked')}</p>
      ) : (
        <>
          <dl className="mt-3 grid gap-2">
            {here !== null && (
              <Line icon={<Pencil />} name={words('here')} value={points(here)}>
                {target.own?.gameId === gameId && (
                  <span className="font-semibold text-good">{words('newBest')}</span>
                )}
              </Line>
            )}
            {here !== null && target.own && target.own.gameId !== gameId && (
              <Line icon={<Medal />} name={words('ownBest')} value={points(target.own.pointsPerRound)}>
                <Link href={`/result/${target.own.gameId}`} className="underline underline-offset-4">
                  {format.dateTime(target.own.finishedAt, { dateStyle: 'medium' })}
                </Link>
              </Line>
            )}
            <Line
              icon={<Flame />}
              name={words('todayBest')}
              value={target.today ? points(target.today.pointsPerRound) : words('nobody')}
            >
              {target.today && (
                <Link
                  href={`/result/${target.today.gameId}`}
                  className="inline-flex min-w-0 items-center gap-1.5 underline underline-offset-4"
                >
                  <InkShape colour={target.today.colour} />
                  <bdi className="truncate">{target.today.name}</bdi>
                </Link>
              )}
            </Line>
          </dl>
          <p className="mt-3">
            <Link
              href={`/leaderboard?board=${board}&span=today`}
              className="inline-flex min-h-11 items-center underline underline-offset-4"
            >
              {words('board')}
            </Link>
          </p>
        </>
      )}
    </Panel>
  )
}

type LineProps = { icon: ReactNode; name: string; value: string; children: ReactNode }

function Line({ icon, name, value, children }: LineProps) {
  return (
    <div className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 rounded-xl bg-wash px-4 py-2.5 [&>svg]:size-5 [&>svg]:text-accent">
      {icon}
      <dt className="min-w-0">
        {name}
        <span className="block truncate text-base text-muted">{children}</span>
      </dt>
      <dd className="figures whitespace-nowrap text-end font-bold text-xl">{value}</dd>
    </div>
  )
}
