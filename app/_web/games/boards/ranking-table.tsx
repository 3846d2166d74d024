import { Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Ranked, Ranking as Rows } from '#server/store/boards/ranking'
import { InkShape } from '../../ink/ink-shape'
import { inkColour } from '../../ink/palette'
import { classes } from '../../kit/classes'
import { Link } from '../../kit/link'

export type Column<Row> = {
  readonly name: string
  readonly of: (row: Row) => ReactNode
  readonly className?: string
}

type RankingTableProps<Row extends Ranked> = {
  ranking: Rows<Row>
  caption: string
  /** After rank and player. */
  columns: readonly Column<Row>[]
}

/** The best first; a player further down is shown below, between those next to them. */
export function RankingTable<Row extends Ranked>({ ranking, caption, columns }: RankingTableProps<Row>) {
  const t = useTranslations('leaderboard')
  const { rows, own, around } = ranking
  const show = (row: Row) => (
    <RankingRow key={row.playerId} row={row} columns={columns} isOwn={row.playerId === own?.playerId} />
  )
  return (
    <table className="w-full border-separate border-spacing-y-2">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-base text-muted">
        <tr>
          <th scope="col" className="w-14 px-3 text-start font-normal">
            <span className="sr-only">{t('rank')}</span>
          </th>
          <th scope="col" className="w-full px-1 text-start font-normal">
            {t('player')}
          </th>
          {columns.map(({ name, className }) => (
            <th
              key={name}
              scope="col"
              className={classes(
                'whitespace-nowrap px-3 text-end font-normal',
                className?.includes('max-sm:hidden') && 'max-sm:hidden',
              )}
            >
              {name}
            </th>
          ))}
          <th scope="col">
            <span className="sr-only">{t('replay')}</span>
          </th>
        </tr>
      </thead>
      <tbody>{rows.map(show)}</tbody>
      {around.length > 0 && (
        <tbody className="before:block before:h-4 before:content-['']">{around.map(show)}</tbody>
      )}
    </table>
  )
}

const nameClasses = 'flex min-h-11 items-center gap-2 font-medium text-lg'

type RankingRowProps<Row extends Ranked> = { row: Row; columns: readonly Column<Row>[]; isOwn: boolean }

function RankingRow<Row extends Ranked>({ row, columns, isOwn }: RankingRowProps<Row>) {
  const t = useTranslations('leaderboard')
  const { rank, playerId, name, colour, isListed, gameId } = row
  const cell = classes(
    'border-y-2 bg-card py-2 first:rounded-s-2xl first:border-s-2 last:rounded-e-2xl last:border-e-2',
    isOwn ? 'border-accent' : 'border-line',
  )
  const player = (
    <>
      <InkShape colour={colour} className="size-5" />
      <span className="truncate" style={{ color: inkColour(colour) }}>
        {name}
      </span>
      {isOwn && (
        <span className="rounded-full bg-accent px-2 font-display font-semibold text-on-accent text-sm">
          {t('you')}
        </span>
      )}
    </>
  )
  return (
    <tr aria-current={isOwn ? 'true' : undefined}>
      <td
        className={classes(
          cell,
          'figures px-3 font-extrabold',
          rank <= 3 ? 'text-4xl text-accent' : 'text-2xl text-muted',
        )}
      >
        {rank}
      </td>
      <th scope="row" className={classes(cell, 'max-w-0 px-1 text-start font-normal')}>
        {isListed || isOwn ? (
          <Link
            href={isOwn ? '/profile' : `/profile/${playerId}`}
            className={classes(nameClasses, 'rounded-lg hover:underline')}
          >
            {player}
          </Link>
        ) : (
          <span className={nameClasses}>{player}</span>
        )}
      </th>
      {columns.map(({ name: column, of, className }) => (
        <td key={column} className={classes(cell, 'figures px-3 text-end', className)}>
          {of(row)}
        </td>
      ))}
      <td className={classes(cell, 'w-11 pe-1')}>
        {gameId && (
          <Link
            href={`/replay/${gameId}`}
            aria-label={t('watch', { name })}
            className="grid size-11 place-items-center rounded-xl hover:bg-wash"
          >
            <Play aria-hidden="true" className="size-5 rtl:-scale-x-100" />
          </Link>
        )}
      </td>
    </tr>
  )
}
