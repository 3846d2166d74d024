'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { SampleToReview } from '#server/store/samples/sample-to-review'
import { votedLabels } from '#server/store/samples/suggest-label'

type WhyKeptProps = { sample: SampleToReview; nameOf: (label: number) => string | number }

/** Why it is kept; what people read in it, where they voted; and what reviewers said, where they disagree. */
export function WhyKept({ sample: { reasons, votes, verdicts }, nameOf }: WhyKeptProps) {
  const t = useTranslations('admin.review')
  const samples = useTranslations('admin.samples')
  const format = useFormatter()
  const voted = votedLabels(votes).map(({ label, count }) =>
    t('votes', { label: String(nameOf(label)), count }),
  )
  const said = verdicts.map(({ reviewer, verdict }) =>
    t('said', { name: reviewer, label: String(nameOf(verdict)) }),
  )
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-base">
      {said.length > 0 && (
        <>
          <dt className="text-muted">{t('reviewers')}</dt>
          <dd className="font-semibold">{format.list(said)}</dd>
        </>
      )}
      <dt className="text-muted">{t('why')}</dt>
      <dd>{format.list(reasons.map((reason) => samples(`reasons.${reason}`)))}</dd>
      {voted.length > 0 && (
        <>
          <dt className="text-muted">{t('people')}</dt>
          <dd className="figures">{format.list(voted)}</dd>
        </>
      )}
    </dl>
  )
}
