import { useFormatter, useTranslations } from 'next-intl'
import type { HeldResult } from '#server/store/moderation/list-held'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { setBan } from '../moderation/actions'
import { PlayerName } from '../moderation/player-name'
import { decide } from './actions'
import { HeldDrawings } from './held-drawings'
import type { HeldList } from './query'
import { Reasons } from './reasons'

/** One held result: whose it is, what speaks against it, what they drew, and what can be done about it. */
export function HeldCard({ result, list }: { result: HeldResult; list: HeldList }) {
  const t = useTranslations('admin.held')
  const moderation = useTranslations('admin.moderation')
  const games = useTranslations('profile.history')
  const replay = useTranslations('replay')
  const format = useFormatter()
  const { gameId, playerId, name, colour, isBanned, mode, isDaily, score, rank, players } = result
  const date = format.dateTime(result.heldAt, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li className="rounded-sheet border border-line bg-card p-4 shadow-sheet">
      <PlayerName as="h2" id={playerId} {...{ name, colour, isBanned }} />
      <p className="text-base text-muted">
        {isDaily ? games('daily') : games(`modes.${mode}`)} · {date}
      </p>
      <p className="figures font-semibold">
        {replay('points', { points: score })} ·{' '}
        {players > 1 ? games('place', { rank, players }) : games('alone')}
      </p>
      <Reasons result={result} />
      <HeldDrawings result={result} />
      <p>
        <Link
          href={`/replay/${gameId}`}
          className="inline-flex min-h-11 items-center underline decoration-edge underline-offset-4"
        >
          {t('replay')}
        </Link>
      </p>
      {result.decidedAt && (
        <p className="text-base text-muted">
          {t('decided', {
            date: format.dateTime(result.decidedAt, { dateStyle: 'medium', timeStyle: 'short' }),
          })}
        </p>
      )}
      {list !== 'released' && <p className="mt-2 text-base text-muted">{t('releaseText')}</p>}
      <div className="mt-2 flex flex-wrap gap-2">
        {list !== 'released' && (
          <form action={decide.bind(null, gameId, playerId, 'released')}>
            <Button type="submit" size="small">
              {t('release')}
            </Button>
          </form>
        )}
        {list !== 'removed' && (
          <form action={decide.bind(null, gameId, playerId, 'removed')}>
            <Button type="submit" size="small" kind="danger">
              {t('remove')}
            </Button>
          </form>
        )}
        <form action={setBan.bind(null, playerId, !isBanned)}>
          <Button type="submit" size="small" kind="quiet">
            {moderation(isBanned ? 'unban' : 'ban')}
          </Button>
        </form>
      </div>
    </li>
  )
}
