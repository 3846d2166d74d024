import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { digits, notADigit } from '#game/protocol/constants'

type LabelSelectProps = {
  label: string
  initial: number | string
  /** Answers before the eleven labels. */
  children?: ReactNode
}

/** A verdict to choose. */
export function LabelSelect({ label, initial, children }: LabelSelectProps) {
  const common = useTranslations('common')
  return (
    <label className="grid min-w-32 flex-1 grid-cols-1 gap-1 text-base">
      {label}
      <select
        key={initial}
        name="verdict"
        defaultValue={initial}
        className="min-h-11 w-full min-w-0 rounded-xl border-2 border-edge bg-card px-3 text-ink"
      >
        {children}
        {[...digits, notADigit].map((each) => (
          <option key={each} value={each}>
            {each === notADigit ? common('notADigit') : each}
          </option>
        ))}
      </select>
    </label>
  )
}
