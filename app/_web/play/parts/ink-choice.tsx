'use client'

import { useTranslations } from 'next-intl'
import { RadioGroup } from 'radix-ui'
import { useId } from 'react'
import { hueCount } from '#game/protocol/constants'
import { InkShape } from '../../ink/ink-shape'
import { inks } from '../../ink/palette'

/** One of the twelve inks. */
export function InkChoice({ value, onChange }: { value: number; onChange: (colour: number) => void }) {
  const t = useTranslations('room')
  const id = useId()
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <span id={id} className="font-display font-semibold text-base leading-tight">
        {t('nameForm.colour')}
      </span>
      <RadioGroup.Root
        aria-labelledby={id}
        value={String(value % hueCount)}
        onValueChange={(colour) => onChange(Number(colour))}
        className="grid grid-cols-[repeat(auto-fill,minmax(max(2.75rem,(100%-1.25rem)/6),1fr))] gap-1"
      >
        {inks.map(({ shape }, colour) => (
          <RadioGroup.Item
            key={shape}
            value={String(colour)}
            aria-label={t('nameForm.ink', { shape: t(`shapes.${shape}`) })}
            className="grid h-12 place-items-center rounded-xl border-2 border-transparent transition duration-150 hover:bg-wash data-[state=checked]:border-ink data-[state=checked]:bg-wash"
          >
            <InkShape colour={colour} className="size-7" />
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  )
}
