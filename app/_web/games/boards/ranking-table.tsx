import { useTranslations } from 'next-intl'
import type { Ranked, Ranking as Rows } from '#server/store/boards/ranking'
import { classes } from '../../kit/classes'
import { LinkArea } from '../../kit/link-area'
import { type Cell, RankingRows, type ShownRow } from './ranking-rows'

export type Column<Row> = {
  readonly name: string
  readonly of: (row: Row) => Cell
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
  const show = (row: Row): ShownRow => {
    const { rank, playerId, name, colour, isListed, gameId } = row
    const isOwn = playerId === own?.playerId
    const profile = isOwn ? '/profile' : `/profile/${playerId}`
    return {
      key: playerId,
      ...{ rank, name, colour, isOwn },
      profile: isListed || isOwn ? profile : null,
      replay: gameId ? `/replay/${gameId}` : null,
      watch: t('watch', { name }),
      cells: columns.map(({ of }) => of(row)),
    }
  }
  const looks = { columns: columns.map(({ name, className }) => ({ name, className })), you: t('you') }
  return (
    <LinkArea className="@container">
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
                  'px-3 text-end font-normal @lg:whitespace-nowrap @max-xs:px-1',
                  // A column that has no place loses its name with its cells.
                  className?.match(/@max-\w+:hidden/)?.[0],
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
        <tbody>
          <RankingRows rows={rows.map(show)} {...looks} />
        </tbody>
        {around.length > 0 && (
          <tbody className="before:block before:h-4 before:content-['']">
            <RankingRows rows={around.map(show)} {...looks} />
          </tbody>
        )}
      </table>
    </LinkArea>
  )
}
