import { useFormatter, useTranslations } from 'next-intl'
import { notADigit } from '#game/protocol/constants'
import type { OwnSample } from '#server/store/samples/list-own-samples'
import { InkPicture } from '../../ink/ink-picture'
import { DeleteOne } from './delete-one'

type OwnSampleCardProps = {
  sample: OwnSample
  /** Of the network, that it trained. */
  versions: readonly string[]
}

export function OwnSampleCard({ sample, versions }: OwnSampleCardProps) {
  const t = useTranslations('profile.drawings')
  const common = useTranslations('common')
  const format = useFormatter()
  const { id, prompt, guess, createdAt, ink } = sample
  const date = format.dateTime(createdAt, { day: 'numeric', month: 'short' })
  return (
    <li className="flex flex-col overflow-hidden rounded-sheet border border-line bg-card">
      <InkPicture inkText={ink} label={t('drawing', { prompt })} className="squared aspect-square w-full" />
      <div className="flex flex-1 flex-col p-3 text-base leading-tight">
        <p className="font-display font-bold text-lg">{t('asked', { prompt })}</p>
        <p className="text-muted">
          {t('read', { label: guess === notADigit ? common('notADigit') : guess })} · {date}
        </p>
        <p
          className={versions.length > 0 ? 'mt-1 mb-auto font-semibold text-good' : 'mt-1 mb-auto text-muted'}
        >
          {versions.length > 0 ? t('trained', { versions: format.list(versions) }) : t('untrained')}
        </p>
        <DeleteOne id={id} label={t('deleteLabel', { prompt, date })} />
      </div>
    </li>
  )
}
