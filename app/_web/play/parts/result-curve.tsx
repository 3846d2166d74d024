'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { decodeInk } from '#game/drawing/ink-codec'
import type { DrawingResult } from '#game/protocol/canvas-view'
import { ConfidenceCurve } from '../../ink/confidence/confidence-curve'
import { confidenceSteps } from '../../ink/confidence/confidence-steps'
import { inkColour } from '../../ink/palette'

type ResultCurveProps = { result: DrawingResult; colour: number; spanMs: number }

/** How sure the judge was of the prompt, from the prompt to the end of the round's longest drawing. */
export function ResultCurve({ result, colour, spanMs }: ResultCurveProps) {
  const t = useTranslations('room.reveal')
  const format = useFormatter()
  const { inkText, guesses, promptAtMs, lock } = result
  const steps = useMemo(() => {
    const ofPrompt = guesses.map(({ opCount, promptThousandths: thousandths }) => ({ opCount, thousandths }))
    return confidenceSteps(decodeInk(inkText), promptAtMs, ofPrompt)
  }, [inkText, guesses, promptAtMs])
  const best = Math.max(...steps.map(({ thousandths }) => thousandths))
  return (
    <ConfidenceCurve
      {...{ steps, spanMs }}
      colour={inkColour(colour)}
      lockedAtMs={lock ? [lock.atMs] : []}
      label={t('curve', { percent: format.number(Math.floor(best / 10) / 100, { style: 'percent' }) })}
      className="h-9"
    />
  )
}
