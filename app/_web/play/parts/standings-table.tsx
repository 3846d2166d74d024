'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { StandingView } from '#game/protocol/server-messages'
import { classes } from '../../kit/classes'
import { useSeconds } from '../../kit/i18n/use-numbers'
import { KeyboardMark } from '../../kit/keyboard-mark'
import type { GameRatings } from '../../kit/player/ratings-api'
import { fitLines } from '../fit/fit-lines'
import { linesThatMatter } from '../fit/lines-that-matter'
import { Pager } from '../fit/pager'
import { paginate } from '../fit/paginate'
import { mostPages, ShowAll } from '../fit/show-all'
import { useBox } from '../fit/use-box'
import { SeatName } from './seat-name'

type StandingsTableProps = {
  standings: readonly StandingView[]
  you: string
  /** What the game did to ratings; empty where it was for fun, or cannot be found out. */
  ratings?: GameRatings
  /** Where nothing locks, nothing is said of locks. */
  hasLocks?: boolean
}

const noRatings: GameRatings = {}
/** In units; on pages lines are lower, so that there are fewer of these, and on a television, where nobody turns any, lower still. */
const lines = { width: 16, height: 2.3, head: 1.75, gap: 1.5 }
const pagedLines = { ...lines, least: 1.6 }
const tvLines = { ...lines, width: 11, least: 1.5 }
const pagerHeight = 2.75

/** Of a name, in ems. */
const nameHeight = 1.65
/** Of the list of all, in units. */
const allWidth = 15

/**
 * Everybody's result in figures, in the place it is given; one's own is on every page. Where nobody would turn so many pages: who leads and
 * who is next to the player, and all behind a button.
 */
export function StandingsTable({
  standings,
  you,
  ratings = noRatings,
  hasLocks = true,
}: StandingsTableProps) {
  const t = useTranslations('room.finished')
  const [ref, box] = useBox<HTMLDivElement>()
  const [page, setPage] = useState(0)
  const width = box ? box.width / box.unit : 0
  const height = box ? box.height / box.unit : 0
  const all = fitLines(standings.length, { width, height }, you === '' ? tvLines : lines)
  const fitted =
    all.places < standings.length
      ? fitLines(standings.length, { width, height: height - pagerHeight }, pagedLines)
      : all
  const isOwn = ({ playerId }: StandingView) => playerId === you
  const turned = paginate(standings, fitted.places, page, isOwn)
  const { pages, page: here } = turned
  const hasTooMany = pages > mostPages && you !== ''
  const shown = hasTooMany
    ? linesThatMatter(standings.length, standings.findIndex(isOwn), fitted.places).flatMap(
        (index) => standings[index] ?? [],
      )
    : turned.shown
  const perColumn = Math.max(fitted.lines, Math.ceil(shown.length / fitted.columns))
  const parts = Array.from({ length: Math.ceil(shown.length / perColumn) }, (_, at) =>
    shown.slice(at * perColumn, (at + 1) * perColumn),
  )
  return (
    <div ref={ref} className="size-full min-h-0">
      {box && (
        <div className="grid h-full grid-rows-[minmax(0,1fr)_auto]">
          <div className="flex items-start" style={{ gap: `calc(${lines.gap} * var(--u))` }}>
            {parts.map((rows) => (
              <Part
                key={rows[0]?.playerId}
                {...{ rows, you, ratings, hasLocks }}
                height={fitted.height}
                width={width / parts.length}
              />
            ))}
          </div>
          {hasTooMany ? (
            <div className="flex justify-center">
              <ShowAll title={t('standings')}>
                {() => (
                  <Part
                    {...{ you, ratings, hasLocks }}
                    rows={standings}
                    height={lines.height}
                    width={allWidth}
                  />
                )}
              </ShowAll>
            </div>
          ) : (
            pages > 1 && <Pager page={here} pages={pages} onTurn={setPage} />
          )}
        </div>
      )}
    </div>
  )
}

type PartProps = {
  rows: readonly StandingView[]
  you: string
  ratings: GameRatings
  hasLocks: boolean
  height: number
  width: number
}

function Part({ rows, you, ratings, hasLocks, height, width }: PartProps) {
  const t = useTranslations('room.finished')
  const teams = useTranslations('room')
  const format = useFormatter()
  const seconds = useSeconds()
  const isRated = rows.some(({ playerId }) => ratings[playerId]?.isProvisional === false) && width >= 22
  const hasAverage = hasLocks && width >= 28
  const head = classes(
    'h-7 whitespace-nowrap px-1 font-medium',
    width < 26 && 'text-[length:calc(0.7*var(--u))]',
  )
  return (
    <table
      className="w-full min-w-0 flex-1 border-collapse text-start leading-none"
      style={{ fontSize: `calc(${Math.min(1.125, height / nameHeight)} * var(--u))` }}
    >
      <thead>
        <tr className="border-ink border-b-2 text-muted text-sm">
          <th scope="col" className={`${head} text-start`}>
            <span className="sr-only">{t('rank')}</span>
          </th>
          <th scope="col" className={`${head} text-start`}>
            {t('player')}
          </th>
          <th scope="col" className={classes(head, 'text-end', (!hasLocks || width < 16) && 'hidden')}>
            {t('locks')}
          </th>
          {hasAverage && (
            <th scope="col" className={`${head} text-end`}>
              {t('averageLock')}
            </th>
          )}
          {isRated && (
            <th scope="col" className={`${head} text-end`}>
              {t('ratings')}
            </th>
          )}
          <th scope="col" className={`${head} text-end`}>
            {t('score')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ playerId, rank, name, colour, score, locks, lockMs, isByKeyboard, team }) => (
          <tr
            key={playerId}
            data-own={playerId === you}
            style={{ height: `calc(${height} * var(--u))` }}
            className="border-line border-b last:border-0 data-[own=true]:bg-wash [&>td]:px-1"
          >
            <td className="figures font-bold">{format.number(rank)}</td>
            <td className="relative w-full">
              {/* Out of the table's own layout, which does not reckon with text that fits itself in. */}
              <span className="absolute inset-0 flex items-center gap-2 px-1">
                <SeatName name={name} colour={colour} isYou={playerId === you} className="flex-1" />
                {team !== null && (
                  <span className="shrink-0 text-muted text-sm">{teams('team', { team: String(team) })}</span>
                )}
                {isByKeyboard && <KeyboardMark />}
              </span>
            </td>
            <td className={classes('figures text-end', (!hasLocks || width < 16) && 'hidden')}>
              {format.number(locks)}
            </td>
            {hasAverage && (
              <td className="figures whitespace-nowrap text-end">
                {locks > 0 ? seconds(lockMs / locks) : t('none')}
              </td>
            )}
            {isRated && (
              <td className="whitespace-nowrap text-end">
                <Rating rating={ratings[playerId]} />
              </td>
            )}
            <td className="figures text-end font-bold">{format.number(score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Rating({ rating }: { rating: GameRatings[string] | undefined }) {
  const format = useFormatter()
  // Not shown before it counts.
  if (!rating || rating.isProvisional) return null
  return (
    <span className="figures inline-flex items-baseline gap-1">
      {format.number(rating.after, { useGrouping: false })}
      <span className={classes('text-sm', rating.change < 0 ? 'text-bad' : 'text-good')}>
        {format.number(rating.change, { signDisplay: 'exceptZero' })}
      </span>
    </span>
  )
}
