'use client'

import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { arePromptsOf, commitmentOf, type DaySecret } from '#game/prompts/daily'
import type { Digit } from '#game/protocol/scalars'

type DigitsCheckProps = {
  commitment: string
  secret: DaySecret
  /** Those that were asked for, each with its index on its canvas. */
  prompts: readonly { index: number; prompt: Digit }[]
}

/** [R14] Checks in the viewer's own browser that a daily game had the digits of the day's secret. */
export function DigitsCheck({ commitment, secret, prompts }: DigitsCheckProps) {
  const t = useTranslations('replay.digits')
  const [isMatch, setMatch] = useState<boolean | null>(null)
  useEffect(
    () => setMatch(commitmentOf(secret) === commitment && arePromptsOf(secret, prompts)),
    [commitment, secret, prompts],
  )
  const Mark = isMatch ? CircleCheck : TriangleAlert
  return (
    <div role="status">
      {isMatch !== null && (
        <p className={`mt-2 flex items-start gap-2 font-semibold ${isMatch ? 'text-good' : 'text-bad'}`}>
          <Mark aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
          {t(isMatch ? 'match' : 'differ')}
        </p>
      )}
    </div>
  )
}
