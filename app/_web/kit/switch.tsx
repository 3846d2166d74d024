'use client'

import { Switch as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'

type SwitchProps = {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  disabled?: boolean
  onCheckedChange: (checked: boolean) => void
}

export function Switch({ label, hint, ...rest }: SwitchProps) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <label htmlFor={id} className="flex min-h-11 min-w-0 flex-1 basis-48 items-center font-medium">
        {label}
      </label>
      <Radix.Root
        id={id}
        aria-describedby={hint ? hintId : undefined}
        className="relative h-8 w-14 shrink-0 rounded-full border-2 border-edge bg-wash transition before:absolute before:-inset-2 disabled:opacity-45 data-[state=checked]:border-good data-[state=checked]:bg-good"
        {...rest}
      >
        <Radix.Thumb className="ms-0.5 block size-6 rounded-full bg-edge forced-color-adjust-none transition duration-150 data-[state=checked]:translate-x-6 data-[state=checked]:bg-paper rtl:data-[state=checked]:-translate-x-6" />
      </Radix.Root>
      {hint && (
        <p id={hintId} className="basis-full text-base text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
