import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { Leaderboard, LeaderboardRow } from '#server/store/leaderboard'
import { InkShape } from '../ink/ink-shape'
import { inkColour } from '../ink/palette'
import { classes } from '../ui/classes'

/** The best first; a player further down is shown below, between those next to them. */
export function Ranking({
  leaderboard: { rows, own, around },
  caption,
}: {
  leaderboard: Leaderboard
  caption: string
}) {
  const words = useTranslations('leaderboard')
  return (
    <table className="w-full border-separate border-spacing-y-2">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-base text-muted">
        <tr>
          <th scope="col" className="w-14 px-3 text-start font-normal">
            <span className="sr-only">{words('rank')}</span>
          </th>
          <th scope="col" className="w-full px-1 text-start font-normal">
            {words('player')}
          </th>
          <th scope="col" className="whitespace-nowrap px-3 text-end font-normal max-sm:hidden">
            {words('lock')}
          </th>
          <th scope="col" className="whitespace-nowrap px-3 text-end font-normal">
            {words('points')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.playerId} row={row} isOwn={row.playerId === own?.playerId} />
        ))}
      </tbody>
      {around.length > 0 && (
        <tbody className="before:block before:h-4 before:content-['']">
          {around.map((row) => (
            <Row key={row.playerId} row={row} isOwn={row.playerId === own?.playerId} />
          ))}
        </tbody>
      )}
    </table>
  )
}

function Row({ row, isOwn }: { row: LeaderboardRow; isOwn: boolean }) {
  const words = useTranslations('leaderboard')
  const format = useFormatter()
  const { rank, name, colour, pointsPerRound, lockMs, gameId } = row
  const cell = 'border-y-2 py-2 first:rounded-s-2xl first:border-s-2 last:rounded-e-2xl last:border-e-2'
  const look = isOwn ? 'border-accent bg-card' : 'border-line bg-card'
  return (
    <tr aria-current={isOwn ? 'true' : undefined}>
      <td
        className={classes(
          cell,
          look,
          'figures px-3 font-extrabold',
          rank <= 3 ? 'text-4xl text-accent' : 'text-2xl text-muted',
        )}
      >
        {rank}
      </td>
      <th scope="row" className={classes(cell, look, 'max-w-0 px-1 text-start font-normal')}>
        <Link
          href={`/replay/${gameId}`}
          className="flex min-h-11 items-center gap-2 rounded-lg font-medium text-lg hover:underline"
          aria-label={words('watch', { name })}
        >
          <InkShape colour={colour} className="size-5" />
          <span className="truncate" style={{ color: inkColour(colour) }}>
            {name}
          </span>
          {isOwn && (
            <span className="rounded-full bg-accent px-2 font-display font-semibold text-on-accent text-sm">
              {words('you')}
            </span>
          )}
        </Link>
      </th>
      <td className={classes(cell, look, 'figures px-3 text-end text-muted max-sm:hidden')}>
        {lockMs === null
          ? '–'
          : words('seconds', {
              seconds: format.number(lockMs / 1000, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
            })}
      </td>
      <td className={classes(cell, look, 'figures px-3 text-end font-bold text-2xl')}>
        {format.number(pointsPerRound, { maximumFractionDigits: 0 })}
      </td>
    </tr>
  )
}
