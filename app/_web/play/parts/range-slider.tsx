'use client'

import { Slider } from 'radix-ui'
import { useState } from 'react'

type RangeProps = {
  label: string
  value: number
  min: number
  max: number
  step: number
  disabled: boolean
  onChange: (value: number) => void
}

/** A number on a scale; the change is committed when the thumb is released. */
export function RangeSlider({ label, value, min, max, step, disabled, onChange }: RangeProps) {
  const [moved, setMoved] = useState<number | null>(null)
  const shown = moved ?? value
  return (
    <div className="grid gap-1">
      <span className="flex items-baseline justify-between">
        <span className="font-medium">{label}</span>
        <span className="figures font-bold text-2xl">{shown}</span>
      </span>
      <Slider.Root
        {...{ min, max, step, disabled }}
        value={[shown]}
        onValueChange={([to = value]) => setMoved(to)}
        onValueCommit={([to = value]) => {
          setMoved(null)
          onChange(to)
        }}
        className="relative flex h-11 touch-none select-none items-center data-[disabled]:opacity-50"
      >
        <Slider.Track className="relative h-2 grow rounded-full bg-line forced-colors:border">
          <Slider.Range className="absolute h-full rounded-full bg-ink forced-color-adjust-none" />
        </Slider.Track>
        <Slider.Thumb
          aria-label={label}
          className="block size-7 rounded-full border-2 border-ink bg-card shadow-sheet transition-transform duration-150 hover:scale-110"
        />
      </Slider.Root>
    </div>
  )
}
