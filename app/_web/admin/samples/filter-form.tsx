import { useTranslations } from 'next-intl'
import { digits, notADigit } from '#game/protocol/constants'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import { sampleReasons } from '#server/store/samples/sample-reasons'
import { Button } from '../../kit/button'
import { FilterSelect } from './filter-select'
import { type FilterParams, filterParams } from './query'

type FilterFormProps = {
  filter: SampleFilter
  models: readonly string[]
  /** What the contributor is called whom the filter names. */
  contributorName: string | null
}

/** A form of the plain kind: what is chosen becomes the address. */
export function FilterForm({ filter, ...parts }: FilterFormProps) {
  const t = useTranslations('admin.samples')
  const chosen = filterParams(filter)
  return (
    <form aria-label={t('filter')} className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-4">
      <FilterFields chosen={chosen} {...parts} />
      <FilterSelect name="label" label={t('label')} value={chosen.label}>
        <LabelOptions />
      </FilterSelect>
      <FilterSelect name="reviewed" label={t('review')} value={chosen.reviewed}>
        {(['yes', 'no'] as const).map((answer) => (
          <option key={answer} value={answer}>
            {t(`reviews.${answer}`)}
          </option>
        ))}
      </FilterSelect>
      <Button type="submit" kind="solid" size="small">
        {t('apply')}
      </Button>
    </form>
  )
}

type FilterFieldsProps = Pick<FilterFormProps, 'models' | 'contributorName'> & { chosen: FilterParams }

/** What samples, review and datasets can all be narrowed by. */
export function FilterFields({ chosen, models, contributorName }: FilterFieldsProps) {
  const t = useTranslations('admin.samples')
  return (
    <>
      <FilterSelect name="prompt" label={t('digit')} value={chosen.prompt}>
        {digits.map(String).map((digit) => (
          <option key={digit}>{digit}</option>
        ))}
      </FilterSelect>
      <FilterSelect name="guess" label={t('guess')} value={chosen.guess}>
        <LabelOptions />
      </FilterSelect>
      <FilterSelect name="reason" label={t('reason')} value={chosen.reason}>
        {sampleReasons.map((reason) => (
          <option key={reason} value={reason}>
            {t(`reasons.${reason}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect name="model" label={t('model')} value={chosen.model}>
        {models.map((model) => (
          <option key={model}>{model}</option>
        ))}
      </FilterSelect>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="grid min-w-0 grid-cols-1 gap-1 text-base">
          {t(end)}
          <input
            type="date"
            name={end}
            defaultValue={chosen[end]}
            className="min-h-11 w-full min-w-0 rounded-xl border-2 border-edge bg-card px-3 text-ink"
          />
        </label>
      ))}
      {chosen.contributor && (
        <label className="col-span-full flex min-h-11 items-center gap-2 text-base">
          <input
            type="checkbox"
            name="contributor"
            value={chosen.contributor}
            defaultChecked
            className="size-5 accent-accent"
          />
          {t('contributor', { name: contributorName ?? '?' })}
        </label>
      )}
    </>
  )
}

function LabelOptions() {
  const common = useTranslations('common')
  return [...digits, notADigit].map((label) => (
    <option key={label} value={label}>
      {label === notADigit ? common('notADigit') : label}
    </option>
  ))
}
