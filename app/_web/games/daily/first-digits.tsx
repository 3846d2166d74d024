'use client'

import { useEffect, useState } from 'react'
import { type DaySecret, dailyPromptAt } from '#game/prompts/daily'

/** So many are shown; the rest follows in the same way. */
const shownDigits = 20

/** [R14] The digits of a day, as the viewer's own browser finds them from the secret. */
export function FirstDigits({ secret }: { secret: DaySecret }) {
  const [digits, setDigits] = useState<readonly number[]>([])
  useEffect(() => {
    setDigits(Array.from({ length: shownDigits }, (_, index) => dailyPromptAt(secret, index)))
  }, [secret])
  return digits.join(' ')
}
