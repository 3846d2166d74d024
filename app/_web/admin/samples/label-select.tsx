import type { ReactNode } from 'react'
import { LabelChoices } from './filter-fields'

type LabelSelectProps = {
  label: string
  initial: number | string
  /** Answers before the eleven labels. */
  children?: ReactNode
}

/** A verdict to choose. */
export function LabelSelect({ label, initial, children }: LabelSelectProps) {
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
        <LabelChoices />
      </select>
    </label>
  )
}
