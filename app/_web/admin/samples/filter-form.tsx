import { useTranslations } from 'next-intl'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import { Button } from '../../kit/button'
import { FilterFields, LabelChoices } from './filter-fields'
import { FilterSelect } from './filter-select'
import { filterParams } from './query'

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
    <form aria-label={t('filter')} className="grid columns-of-36 items-end gap-3">
      <FilterFields chosen={chosen} {...parts} />
      <FilterSelect name="label" label={t('label')} value={chosen.label}>
        <LabelChoices />
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
