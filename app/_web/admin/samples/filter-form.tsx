import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { digits } from '#game/protocol/constants'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import { sampleReasons } from '#server/store/samples/sample-reasons'
import { Button } from '../../kit/button'
import { filterParams } from './query'

type SelectProps = { name: string; label: string; value: string | undefined; children: ReactNode }

function Select({ name, label, value, children }: SelectProps) {
  const t = useTranslations('admin.samples')
  return (
    <label className="grid min-w-32 flex-1 grid-cols-1 gap-1 text-base">
      {label}
      <select
        name={name}
        defaultValue={value ?? ''}
        className="min-h-11 w-full min-w-0 rounded-xl border-2 border-edge bg-card px-3 text-ink"
      >
        <option value="">{t('any')}</option>
        {children}
      </select>
    </label>
  )
}

/** A form of the plain kind: what is chosen becomes the address. */
export function FilterForm({ filter }: { filter: SampleFilter }) {
  const t = useTranslations('admin.samples')
  const chosen = filterParams(filter)
  return (
    <form aria-label={t('filter')} className="flex flex-wrap items-end gap-3">
      {chosen.contributor && <input type="hidden" name="contributor" value={chosen.contributor} />}
      <Select name="prompt" label={t('digit')} value={chosen.prompt}>
        {digits.map(String).map((digit) => (
          <option key={digit}>{digit}</option>
        ))}
      </Select>
      <Select name="reason" label={t('reason')} value={chosen.reason}>
        {sampleReasons.map((reason) => (
          <option key={reason} value={reason}>
            {t(`reasons.${reason}`)}
          </option>
        ))}
      </Select>
      <Select name="reviewed" label={t('review')} value={chosen.reviewed}>
        {(['yes', 'no'] as const).map((answer) => (
          <option key={answer} value={answer}>
            {t(`reviews.${answer}`)}
          </option>
        ))}
      </Select>
      <Button type="submit" kind="solid" size="small">
        {t('apply')}
      </Button>
    </form>
  )
}
