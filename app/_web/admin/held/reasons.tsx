import { useFormatter, useTranslations } from 'next-intl'
import { fairPlayLimits } from '#game/fair-play/limits'
import { quickerHalfPace } from '#game/fair-play/pace'
import { variationOf } from '#game/fair-play/variation'
import type { HoldReason } from '#game/records/hold-reason'
import type { HeldDrawing, HeldResult } from '#server/store/moderation/list-held'
import { Link } from '../../kit/link'

/** What speaks against a result, in plain words: the figure that is farthest from what a hand does, and what a hand does. */
export function Reasons({ result: { reasons, drawings } }: { result: HeldResult }) {
  const t = useTranslations('admin.held')
  const format = useFormatter()
  const earlier = drawings.find(({ earlierGameId }) => earlierGameId !== null)
  const share = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <ul className="mt-3 grid gap-1 rounded-xl bg-wash px-4 py-2.5">
      {reasons.map((reason) => (
        <li key={reason}>
          {t(`reasons.${reason}`, figuresFor(reason, drawings, share))}{' '}
          {reason === 'known-ink' && earlier && (
            <Link
              href={`/replay/${earlier.earlierGameId}`}
              className="inline-flex min-h-11 items-center underline underline-offset-4"
            >
              {t('earlier')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}

function figuresFor(
  reason: HoldReason,
  drawings: readonly HeldDrawing[],
  share: (value: number) => string,
): Record<string, number | string> {
  const locked = drawings.flatMap(({ prompt, measures }) => (measures ? [{ prompt, ...measures }] : []))
  // A 1 may be a line that is drawn at once.
  const digits = locked.filter(({ prompt }) => prompt !== 1)
  // A credit for lag may reach back to before the prompt.
  const least = (values: readonly number[]) =>
    values.length > 0 ? Math.max(0, Math.round(Math.min(...values))) : 0
  switch (reason) {
    case 'too-soon':
      return { ms: least(locked.map(({ reactionMs }) => reactionMs)), least: fairPlayLimits.leastReactionMs }
    case 'too-quick':
      return { ms: least(digits.map(({ writingMs }) => writingMs)), least: fairPlayLimits.leastWritingMs }
    case 'quick-lock':
      return { ms: least(digits.map(({ lockMs }) => lockMs)), least: fairPlayLimits.quickLockMs }
    case 'quick-game':
      return {
        share: share(locked.length > 0 ? quickerHalfPace(locked) : 0),
        least: share(fairPlayLimits.leastPace),
      }
    case 'one-batch': {
      const [worst] = locked.toSorted(
        (one, other) => other.drawnMs / other.batches - one.drawnMs / one.batches,
      )
      return { ms: worst?.drawnMs ?? 0, batches: worst?.batches ?? 0, most: fairPlayLimits.mostGatheringMs }
    }
    case 'few-points':
      return { points: least(digits.map(({ points }) => points)), least: fairPlayLimits.leastPoints }
    case 'even-speed': {
      const variations = locked.flatMap(({ variation }) => variation ?? [])
      return { share: share(Math.min(1, ...variations)), least: share(fairPlayLimits.leastSpeedVariation) }
    }
    case 'even-reaction': {
      const variation = variationOf(locked.map(({ reactionMs }) => reactionMs)) ?? 0
      return { share: share(variation), least: share(fairPlayLimits.leastReactionVariation) }
    }
    case 'same-ink':
      return {}
    case 'known-ink':
      return { count: drawings.filter(({ earlierGameId }) => earlierGameId !== null).length }
  }
}
