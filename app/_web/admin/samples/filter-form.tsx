import { useTranslations } from 'next-intl'
import { digits } from '#game/protocol/constants'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import { sampleReasons } from '#server/store/samples/sample-reasons'
import { Button } from '../../kit/button'
import { FilterSelect } from './filter-select'
import { filterParams } from './query'

/** A form of the plain kind: what is chosen becomes the address. */
export function FilterForm({ filter }: { filter: SampleFilter }) {
  const t = useTranslations('admin.samples')
  const chosen = filterParams(filter)
  return (
    <form aria-label={t('filter')} className="flex flex-wrap items-end gap-3">
      {chosen.contributor && <input type="hidden" name="contributor" value={chosen.contributor} />}
      <FilterSelect name="prompt" label={t('digit')} value={chosen.prompt}>
        {digits.map(String).map((digit) => (
          <option key={digit}>{digit}</option>
        ))}
      </FilterSelect>
      <FilterSelect name="reason" label={t('reason')} value={chosen.reason}>
        {sampleReasons.map((reason) => (
          <option key={reason} value={reason}>
            {t(`reasons.${reason}`)}
          </option>
        ))}
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
