'use client'

import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import type { InkOp } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { inkColour } from '../palette'
import { type KeyPen, restingKeyPen } from './key-pen'
import { useKeyPen } from './use-key-pen'

type KeyboardPenProps = {
  /** Index into the palette. */
  colour: number
  isDrawable: boolean
  toRoundMs: (timeStamp: number) => number
  onInk: (ops: readonly InkOp[]) => void
  onUndo: () => void
}

/** Lies over a pad: whoever reaches it by keyboard draws on it with the arrow keys. Pointers go through it. */
export function KeyboardPen({ colour, isDrawable, toRoundMs, onInk, onUndo }: KeyboardPenProps) {
  const t = useTranslations('common.keyboardPen')
  const id = useId()
  const padRef = useRef<HTMLDivElement>(null)
  const penRef = useRef<HTMLSpanElement>(null)
  const [isDown, setDown] = useState<boolean | null>(null)

  useKeyPen(padRef, {
    ...{ isDrawable, toRoundMs, onInk, onUndo },
    onMove(pen: KeyPen) {
      if (!penRef.current) return
      penRef.current.style.left = percentOf(pen.x)
      penRef.current.style.top = percentOf(pen.y)
      setDown((before) => (pen.isDown || before !== null ? pen.isDown : null))
    },
  })

  return (
    // An application: the arrow keys are the pen's, not the screen reader's.
    <div
      ref={padRef}
      role="application"
      tabIndex={0}
      aria-label={t('label')}
      aria-describedby={id}
      aria-disabled={!isDrawable}
      dir="ltr"
      className="group pointer-events-none absolute inset-0 rounded-[inherit] outline-offset-[-6px]"
    >
      <span
        ref={penRef}
        aria-hidden="true"
        data-down={isDown === true}
        style={{
          left: percentOf(restingKeyPen.x),
          top: percentOf(restingKeyPen.y),
          color: inkColour(colour),
        }}
        className="absolute hidden size-8 -translate-1/2 rounded-full border-3 border-current before:absolute before:inset-2.5 before:rounded-full before:bg-current group-focus-visible:block data-[down=true]:scale-75 data-[down=true]:bg-current"
      />
      <p
        id={id}
        data-new={isDown === null}
        className="absolute inset-x-3 bottom-3 hidden rounded-xl border border-line bg-card/90 px-3 py-1.5 text-center text-sm leading-snug group-focus-visible:data-[new=true]:block"
      >
        {t('hint')}
      </p>
      <p aria-live="polite" className="sr-only">
        {isDown !== null && t(isDown ? 'down' : 'up')}
      </p>
    </div>
  )
}

function percentOf(value: number): string {
  return `${(value / settings.gridSize) * 100}%`
}
