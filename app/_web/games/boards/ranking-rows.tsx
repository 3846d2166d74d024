'use client'

import { type InkOutlines, OutlinedInk } from '../../ink/ink-outlines'
import { InkShape } from '../../ink/ink-shape'
import { inkColour } from '../../ink/palette'
import { classes } from '../../kit/classes'
import { PlainIcon } from '../../kit/plain-icon'

/** What a cell shows. */
export type Cell = string | { readonly outlines: InkOutlines; readonly label: string }

/** What a row shows, in the words of the page. */
export type ShownRow = {
  readonly key: string
  readonly rank: number
  readonly name: string
  readonly colour: number
  readonly isOwn: boolean
  /** The addresses of the player and of the game; null where there is nothing to open. */
  readonly profile: string | null
  readonly replay: string | null
  readonly watch: string
  readonly cells: readonly Cell[]
}

type RankingRowsProps = {
  rows: readonly ShownRow[]
  columns: readonly { readonly name: string; readonly className?: string | undefined }[]
  /** How the page calls who is looking. */
  you: string
}

const nameClasses = 'flex min-h-11 items-center gap-2 font-medium text-lg'

/** In the browser's part of the page: so what rows show is sent, once, and not every element of them. */
export function RankingRows({ rows, ...rest }: RankingRowsProps) {
  return rows.map((row) => <RankingRow key={row.key} row={row} {...rest} />)
}

function RankingRow({ row, columns, you }: Omit<RankingRowsProps, 'rows'> & { row: ShownRow }) {
  const { rank, name, colour, isOwn, profile, replay, watch, cells } = row
  const player = (
    <>
      <InkShape colour={colour} className="size-5 shrink-0 @max-xs:hidden" />
      <span className="flex min-w-0 flex-wrap items-center gap-x-2">
        <bdi className="wrap-anywhere min-w-0" style={{ color: inkColour(colour) }}>
          {name}
        </bdi>
        {isOwn && (
          <span className="rounded-full bg-accent px-2 font-display font-semibold text-on-accent text-sm">
            {you}
          </span>
        )}
      </span>
    </>
  )
  return (
    <tr aria-current={isOwn ? 'true' : undefined}>
      <td
        className={classes(
          'figures px-3 font-extrabold @max-xs:px-2 @max-xs:text-2xl',
          rank <= 3 ? 'text-4xl text-accent' : 'text-2xl text-muted',
        )}
      >
        {rank}
      </td>
      <th scope="row" className="max-w-0 px-1 text-start font-normal">
        {profile ? (
          <a href={profile} className={classes(nameClasses, 'rounded-lg hover:underline')}>
            {player}
          </a>
        ) : (
          <span className={nameClasses}>{player}</span>
        )}
      </th>
      {columns.map((column, index) => (
        <td key={column.name} className={classes('figures px-3 text-end @max-xs:px-1', column.className)}>
          <CellContent cell={cells[index] ?? ''} colour={colour} />
        </td>
      ))}
      <td className="w-11 pe-1 @max-xs:w-0 @max-xs:pe-0">
        {replay && (
          <a
            href={replay}
            aria-label={watch}
            className="grid size-11 place-items-center rounded-xl hover:bg-wash @max-xs:hidden"
          >
            <PlainIcon name="play" />
          </a>
        )}
      </td>
    </tr>
  )
}

function CellContent({ cell, colour }: { cell: Cell; colour: number }) {
  if (typeof cell === 'string') return cell
  return (
    <span style={{ color: inkColour(colour) }}>
      <OutlinedInk {...cell} className="ms-auto size-14 rounded-lg bg-wash" />
    </span>
  )
}
