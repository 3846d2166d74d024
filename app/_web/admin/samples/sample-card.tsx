'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { rasterise } from '#game/drawing/rasterise'
import { notADigit } from '#game/protocol/constants'
import type { StoredSample } from '#server/store/samples/list-samples'
import { suggestLabel } from '#server/store/samples/suggest-label'
import { InkPicture } from '../../ink/ink-picture'
import { RasterPicture } from '../../ink/raster-picture'
import { Answers } from '../../kit/answers'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { relabel } from './actions'
import { LabelSelect } from './label-select'

/** What a card says of a sample; all of it is sent to the browser beside the card itself, so it holds no more than that. */
export type ShownSample = Pick<
  StoredSample,
  'id' | 'prompt' | 'reasons' | 'thousandths' | 'votes' | 'label' | 'ink' | 'gameId'
> & { readonly hasReviews: boolean }

/** @param canLabel whether whoever looks has said who they are */
export function SampleCard({ sample, canLabel }: { sample: ShownSample; canLabel: boolean }) {
  const t = useTranslations('admin.samples')
  const format = useFormatter()
  return (
    <li className="overflow-hidden rounded-sheet border border-line bg-card">
      <div className="relative">
        <InkPicture
          inkText={sample.ink}
          label={t('drawing', { prompt: sample.prompt })}
          className="squared w-full"
        />
        <span className="absolute start-2 top-2 rounded-full bg-wash px-3 py-0.5 font-semibold text-base">
          {format.list(sample.reasons.map((reason) => t(`reasons.${reason}`)))}
        </span>
      </div>
      <div className="p-3">
        <p className="flex items-baseline justify-between gap-2">
          <span className="font-display font-bold text-xl">{t('prompt', { prompt: sample.prompt })}</span>
          <ReviewWord {...sample} />
        </p>
        <div className="mt-1 grid grid-cols-[1fr_auto] items-end gap-3">
          <Answers thousandths={sample.thousandths} prompt={sample.prompt} />
          <RasterPicture
            raster={rasterise(strokesOf(decodeInk(sample.ink)))}
            label={t('raster')}
            className="mb-6 w-20 rounded-lg"
          />
        </div>
        {canLabel && (
          <form action={relabel.bind(null, sample.id)} className="mt-2 flex flex-wrap items-end gap-2">
            <LabelSelect label={t('label')} initial={sample.label ?? suggestLabel(sample)} />
            <Button type="submit" size="small">
              {t('saveLabel')}
            </Button>
          </form>
        )}
        <Link
          href={`/replay/${sample.gameId}`}
          className="mt-1 inline-flex min-h-11 items-center text-base underline decoration-edge underline-offset-4"
        >
          {t('replay')}
        </Link>
      </div>
    </li>
  )
}

function ReviewWord({ hasReviews, label }: Pick<ShownSample, 'hasReviews' | 'label'>) {
  const t = useTranslations('admin.samples')
  const common = useTranslations('common')
  if (!hasReviews) return <span className="text-base text-muted">{t('reviews.no')}</span>
  if (label === null) return <span className="text-base text-warn">{t('disputed')}</span>
  return (
    <span className="text-base text-good">
      {t('verdict', { label: label === notADigit ? common('notADigit') : label })}
    </span>
  )
}
