import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type FilterSelectProps = { name: string; label: string; value: string | undefined; children: ReactNode }

/** One part of a filter; the first of its options asks for nothing. */
export function FilterSelect({ name, label, value, children }: FilterSelectProps) {
  const t = useTranslations('admin.samples')
  return (
    <label className="grid min-w-0 grid-cols-1 gap-1 text-base">
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
