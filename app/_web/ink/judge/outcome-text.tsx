import { useFormatter, useTranslations } from 'next-intl'
import { notADigit } from '#game/protocol/constants'
import type { DrawingOutcome } from '#models/judge-rounds'

/** A drawing with what two networks make of it. */
export type Judged<Drawing> = {
  readonly drawing: Drawing
  readonly before: DrawingOutcome
  readonly after: DrawingOutcome
}

/** What a version makes of a drawing, in a sentence. */
export function OutcomeText({ version, outcome }: { version: string; outcome: DrawingOutcome }) {
  const t = useTranslations('explain.outcome')
  const common = useTranslations('common')
  const format = useFormatter()
  const { answer, lockAtMs, points } = outcome
  const said = answer === null ? '–' : answer === notADigit ? common('notADigit') : String(answer)
  return (
    <p>
      {lockAtMs === null
        ? t('missed', { version, answer: said, points })
        : t('locked', {
            version,
            seconds: format.number(lockAtMs / 1000, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
            points,
          })}
    </p>
  )
}
