'use client'

import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from './classes'

export type ChoiceOption<Value extends string> = {
  readonly value: Value
  readonly text: ReactNode
  /** What it means, where the text is a sign. */
  readonly label?: string
}

const item = classes(
  'min-h-11 min-w-11 rounded-xl px-3 font-display font-semibold text-ink transition duration-150 hover:bg-wash',
  'data-[state=on]:bg-ink data-[state=on]:text-paper disabled:pointer-events-none disabled:data-[state=off]:opacity-50',
)
const group = 'inline-flex flex-wrap gap-1 rounded-2xl border-2 border-line bg-card p-1'

function items<Value extends string>(options: readonly ChoiceOption<Value>[]) {
  return options.map(({ value, text, label }) => (
    <ToggleGroup.Item key={value} value={value} aria-label={label} className={item}>
      {text}
    </ToggleGroup.Item>
  ))
}

type ChoiceProps<Value extends string> = {
  label: string
  options: readonly ChoiceOption<Value>[]
  disabled?: boolean
  /** Where the order is that of numbers, which run from left to right everywhere. */
  dir?: 'ltr'
  className?: string
}

/** One of a few. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
  disabled,
  dir,
  className,
}: ChoiceProps<Value> & { value: Value; onChange: (value: Value) => void }) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      disabled={disabled}
      dir={dir}
      onValueChange={(chosen) => chosen && onChange(chosen as Value)}
      className={classes(group, className)}
    >
      {items(options)}
    </ToggleGroup.Root>
  )
}

/** Any of a few, never none. */
export function Choices<Value extends string>({
  label,
  options,
  values,
  onChange,
  disabled,
  dir,
  className,
}: ChoiceProps<Value> & { values: readonly Value[]; onChange: (values: Value[]) => void }) {
  return (
    <ToggleGroup.Root
      type="multiple"
      aria-label={label}
      value={[...values]}
      disabled={disabled}
      dir={dir}
      onValueChange={(chosen) => chosen.length > 0 && onChange(chosen as Value[])}
      className={classes(group, className)}
    >
      {items(options)}
    </ToggleGroup.Root>
  )
}
