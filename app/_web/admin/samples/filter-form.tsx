import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import { sampleFilter } from '#server/store/samples/sample-filter'
import { Button } from '../../kit/button'
import { filterWords } from './query'

type SelectProps = { name: string; label: string; value: string | undefined; children: ReactNode }

function Select({ name, label, value, children }: SelectProps) {
  const words = useTranslations('admin.samples')
  return (
    <label className="grid min-w-32 flex-1 gap-1 text-base">
      {label}
      <select
        name={name}
        defaultValue={value ?? ''}
        className="min-h-11 rounded-xl border-2 border-edge bg-card px-3 text-ink"
      >
        <option value="">{words('any')}</option>
        {children}
      </select>
    </label>
  )
}

/** A form of the plain kind: what is chosen becomes the address. */
export function FilterForm({ filter }: { filter: SampleFilter }) {
  const words = useTranslations('admin.samples')
  const chosen = filterWords(filter)
  return (
    <form aria-label={words('filter')} className="flex flex-wrap items-end gap-3">
      <Select name="prompt" label={words('digit')} value={chosen.prompt}>
        {Array.from({ length: 10 }, (_, digit) => String(digit)).map((digit) => (
          <option key={digit}>{digit}</option>
        ))}
      </Select>
      <Select name="reason" label={words('reason')} value={chosen.reason}>
        {sampleFilter.shape.reason.unwrap().options.map((reason) => (
          <option key={reason} value={reason}>
            {words(`reasons.${reason}`)}
          </option>
        ))}
      </Select>
      <Select name="reviewed" label={words('review')} value={chosen.reviewed}>
        {(['yes', 'no'] as const).map((answer) => (
          <option key={answer} value={answer}>
            {words(`reviews.${answer}`)}
          </option>
        ))}
      </Select>
      <Button type="submit" kind="solid" size="small">
        {words('apply')}
      </Button>
    </form>
  )
}
