'use client'

import { Slider } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'

type RangeProps = {
  label: string
  value: number
  min: number
  max: number
  step: number
  disabled: boolean
  /** @returns whether it was taken */
  onChange: (value: number) => Promise<boolean>
}

/** A number on a scale; it is told on only when the thumb is let go. */
export function Range({ label, value, min, max, step, disabled, onChange }: RangeProps) {
  // What is chosen here stays on show until it has come round, whatever older choice arrives before it.
  const [chosen, setChosen] = useState<number | null>(null)
  const shown = chosen ?? value
  const valueRef = useRef(value)
  useEffect(() => {
    valueRef.current = value
    setChosen((before) => (before === value ? null : before))
  }, [value])

  async function commit(committed: number): Promise<void> {
    const isTaken = await onChange(committed)
    if (!isTaken || valueRef.current === committed) setChosen(null)
  }

  return (
    <div className="grid gap-1">
      <span className="flex items-baseline justify-between">
        <span className="font-medium">{label}</span>
        <span className="figures font-bold text-2xl">{shown}</span>
      </span>
      <Slider.Root
        {...{ min, max, step, disabled }}
        value={[shown]}
        onValueChange={([moved = value]) => setChosen(moved)}
        onValueCommit={([committed = value]) => void commit(committed)}
        className="relative flex h-11 touch-none select-none items-center data-[disabled]:opacity-50"
      >
        <Slider.Track className="relative h-2 grow rounded-full bg-line">
          <Slider.Range className="absolute h-full rounded-full bg-ink" />
        </Slider.Track>
        <Slider.Thumb
          aria-label={label}
          className="block size-7 rounded-full border-2 border-ink bg-card shadow-sheet transition-transform duration-150 hover:scale-110"
        />
      </Slider.Root>
    </div>
  )
}
