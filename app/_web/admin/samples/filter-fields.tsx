import { useTranslations } from 'next-intl'
import { digits, notADigit } from '#game/protocol/constants'
import { sampleReasons } from '#server/store/samples/sample-reasons'
import { FilterSelect } from './filter-select'
import type { FilterParams } from './query'

type FilterFieldsProps = {
  chosen: FilterParams
  models: readonly string[]
  /** What the contributor is called whom the filter names. */
  contributorName: string | null
}

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
        <LabelChoices />
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

/** The eleven labels. */
export function LabelChoices() {
  const common = useTranslations('common')
  return [...digits, notADigit].map((label) => (
    <option key={label} value={label}>
      {label === notADigit ? common('notADigit') : label}
    </option>
  ))
}
