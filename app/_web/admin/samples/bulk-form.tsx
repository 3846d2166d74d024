'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { notADigit } from '#game/protocol/constants'
import type { BulkReview } from '#server/store/samples/bulk-review'
import { Button } from '../../kit/button'
import { Panel } from '../../kit/panel'
import { TextField } from '../../kit/text-field'
import { keepTyped } from '../keep-typed'
import { orFailed } from '../or-failed'
import { type BulkAnswer, labelFilter, takeBackFilter } from './actions'
import { LabelSelect } from './label-select'
import type { FilterParams } from './query'

type BulkFormProps = {
  params: FilterParams
  /** How many samples the filter has. */
  count: number
  last: BulkReview | null
}

/** [F14] One verdict on all samples of the filter, once their number is typed; and the way back. */
export function BulkForm({ params, count, last }: BulkFormProps) {
  const t = useTranslations('admin.samples.bulk')
  const submit = labelFilter.bind(null, params, count)
  const [answer, give, isPending] = useActionState(orFailed<BulkAnswer>(submit), null)
  return (
    <Panel className="grid grid-cols-1 gap-3">
      {last && <LastBulk last={last} />}
      <details>
        <summary className="min-h-11 cursor-pointer content-center font-display font-semibold">
          {t('heading', { count })}
        </summary>
        <p className="max-w-prose text-base text-muted">{t('text')}</p>
        <form action={give} onReset={keepTyped} className="mt-3 grid max-w-md gap-3">
          <LabelSelect label={t('label')} initial="prompt">
            <option value="prompt">{t('asAsked')}</option>
          </LabelSelect>
          <TextField
            key={last?.stackId}
            label={t('typed', { count })}
            name="typed"
            inputMode="numeric"
            autoComplete="off"
            required
            error={answer?.is === 'mistyped' ? t('mistyped') : null}
          />
          <Button type="submit" kind="danger" disabled={isPending}>
            {t('submit', { count })}
          </Button>
        </form>
      </details>
      <p role="status" className="text-base empty:hidden">
        {answer?.is === 'failed' && t('failed')}
        {answer?.is === 'changed' && t('changed', { count: answer.count })}
        {answer?.is === 'labelled' && answer.leftOut > 0 && t('leftOut', { count: answer.leftOut })}
      </p>
    </Panel>
  )
}

function LastBulk({ last: { stackId, label, samples, at } }: { last: BulkReview }) {
  const t = useTranslations('admin.samples.bulk')
  const common = useTranslations('common')
  const format = useFormatter()
  const said = label === null ? t('asAsked') : label === notADigit ? common('notADigit') : String(label)
  const date = format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <form action={takeBackFilter.bind(null, stackId)} className="flex flex-wrap items-center gap-3">
      <p className="text-base">{t('last', { count: samples, label: said, date })}</p>
      <Button type="submit" size="small">
        {t('takeBack')}
      </Button>
    </form>
  )
}
