'use client'

import { useTranslations } from 'next-intl'
import { decodeInk } from '#game/drawing/ink-codec'
import type { SampleToReview } from '#server/store/samples/sample-to-review'
import { ConfidenceCurve } from '../../ink/confidence/confidence-curve'
import { confidenceSteps } from '../../ink/confidence/confidence-steps'

type GuessCurvesProps = { sample: SampleToReview; nameOf: (label: number) => string | number }

/** How sure the judge was as the drawing grew: of what was asked for, and of what it ended with. */
export function GuessCurves({ sample: { curves, ink, promptAtMs, prompt }, nameOf }: GuessCurvesProps) {
  const t = useTranslations('admin.review')
  const ops = decodeInk(ink)
  const spanMs = (ops.at(-1)?.atMs ?? 0) - promptAtMs || 1
  if (curves.every(({ guesses }) => guesses.length === 0)) return null
  return (
    <figure>
      <figcaption className="text-base text-muted">{t('curves')}</figcaption>
      {curves.map(({ label, guesses }) => (
        <div key={label} className="mt-2 grid grid-cols-[5rem_1fr] items-center gap-2" dir="ltr">
          <span className="figures text-end font-semibold text-base">{nameOf(label)}</span>
          <ConfidenceCurve
            steps={confidenceSteps(ops, promptAtMs, guesses)}
            spanMs={spanMs}
            colour={label === prompt ? 'var(--color-good)' : 'var(--color-accent)'}
            lockedAtMs={[]}
            label={t('curve', { label: String(nameOf(label)) })}
            className="h-9"
          />
        </div>
      ))}
    </figure>
  )
}
