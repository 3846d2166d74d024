import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Ranked, Ranking as Rows } from '#server/store/boards/ranking'
import { InkShape } from '../../ink/ink-shape'
import { inkColour } from '../../ink/palette'
import { classes } from '../../kit/classes'
import { LinkArea } from '../../kit/link-area'

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

/** Rows as cards. Said once, by the table, and not in each of hundreds of cells. */
const tableClasses = classes(
  'w-full border-separate border-spacing-y-2',
  '[&>tbody>tr>*]:border-line [&>tbody>tr>*]:border-y-2 [&>tbody>tr>*]:bg-card [&>tbody>tr>*]:py-2',
  '[&>tbody>tr>:first-child]:rounded-s-2xl [&>tbody>tr>:first-child]:border-s-2',
  '[&>tbody>tr>:last-child]:rounded-e-2xl [&>tbody>tr>:last-child]:border-e-2',
  '[&>tbody>tr[aria-current]>*]:border-accent',
)

/** The best first; a player further down is shown below, between those next to them. */
export function RankingTable<Row extends Ranked>({ ranking, caption, columns }: RankingTableProps<Row>) {
  const t = useTranslations('leaderboard')
  const { rows, own, around } = ranking
  const show = (row: Row) => (
    <RankingRow key={row.playerId} row={row} columns={columns} isOwn={row.playerId === own?.playerId} />
  )
  return (
    <LinkArea>
      <table className={tableClasses}>
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
    </LinkArea>
  )
}

const signClasses =
  'size-5 fill-none stroke-2 stroke-current [stroke-linecap:round] [stroke-linejoin:round] rtl:-scale-x-100'
const nameClasses = 'flex min-h-11 items-center gap-2 font-medium text-lg'

type RankingRowProps<Row extends Ranked> = { row: Row; columns: readonly Column<Row>[]; isOwn: boolean }

function RankingRow<Row extends Ranked>({ row, columns, isOwn }: RankingRowProps<Row>) {
  const t = useTranslations('leaderboard')
  const { rank, playerId, name, colour, isListed, gameId } = row
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
          'figures px-3 font-extrabold',
          rank <= 3 ? 'text-4xl text-accent' : 'text-2xl text-muted',
        )}
      >
        {rank}
      </td>
      <th scope="row" className="max-w-0 px-1 text-start font-normal">
        {isListed || isOwn ? (
          <a
            href={isOwn ? '/profile' : `/profile/${playerId}`}
            className={classes(nameClasses, 'rounded-lg hover:underline')}
          >
            {player}
          </a>
        ) : (
          <span className={nameClasses}>{player}</span>
        )}
      </th>
      {columns.map(({ name: column, of, className }) => (
        <td key={column} className={classes('figures px-3 text-end', className)}>
          {of(row)}
        </td>
      ))}
      <td className="w-11 pe-1">
        {gameId && (
          <a
            href={`/replay/${gameId}`}
            aria-label={t('watch', { name })}
            className="grid size-11 place-items-center rounded-xl hover:bg-wash"
          >
            <PlaySign />
          </a>
        )}
      </td>
    </tr>
  )
}

/** An icon of lucide's as it is, since theirs are components of the browser, one for each row. */
function PlaySign() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={signClasses}>
      <path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z" />
    </svg>
  )
}
