'use client'

import { useTranslations } from 'next-intl'
import type { ReportedPlayer } from '#server/store/moderation/list-reported'
import { InkPicture } from '../../ink/ink-picture'
import { inkColour } from '../../ink/palette'
import { Button } from '../../kit/button'
import { dismiss, rename, setBan } from './actions'
import { DeleteSamples } from './delete-samples'
import { PlayerName } from './player-name'

/** What a card says of a player; dates are words of the server, as not every browser writes them alike. */
export type ShownReported = Omit<ReportedPlayer, 'reports'> & {
  readonly reports: readonly { readonly id: string; readonly text: string }[]
}

/** One player, what is said against them, what they drew, and what can be done about it. */
export function ReportedCard({ player }: { player: ShownReported }) {
  const t = useTranslations('admin.moderation')
  const { id, name, colour, isBanned, refusedName, samples, reports, drawings } = player
  return (
    <li className="rounded-sheet border border-line bg-card p-4 shadow-sheet">
      <PlayerName as="h3" {...{ id, name, colour, isBanned }} />
      {refusedName !== null && <p className="text-base text-muted">{t('renamed', { name: refusedName })}</p>}
      <p className="mt-2 font-semibold">{t('reports', { count: reports.length })}</p>
      <ul className="text-base text-muted">
        {reports.map(({ id: reportId, text }) => (
          <li key={reportId}>{text}</li>
        ))}
      </ul>
      {drawings.length > 0 ? (
        <ul className="mt-3 grid grid-cols-4 gap-2">
          {drawings.map(({ id: drawingId, prompt, ink, gameId }) => (
            <li key={drawingId}>
              <a href={`/replay/${gameId}`} style={{ color: inkColour(colour) }} className="block">
                <InkPicture
                  inkText={ink}
                  label={t('drawing', { prompt, name })}
                  className="squared aspect-square w-full rounded-lg border border-line [--square:20%]"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-3 text-base text-muted">{t('noDrawings')}</p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <form action={rename.bind(null, id, name)}>
          <Button type="submit" size="small">
            {t('rename')}
          </Button>
        </form>
        <form action={setBan.bind(null, id, !isBanned)}>
          <Button type="submit" size="small" kind={isBanned ? 'outline' : 'danger'}>
            {t(isBanned ? 'unban' : 'ban')}
          </Button>
        </form>
        {samples > 0 && <DeleteSamples playerId={id} name={name} count={samples} />}
        {reports.length > 0 && (
          <form action={dismiss.bind(null, id)}>
            <Button type="submit" size="small" kind="quiet">
              {t('dismiss')}
            </Button>
          </form>
        )}
      </div>
    </li>
  )
}
