import type { Digit } from '#game/protocol/scalars'
import type { HoldReason } from '#game/records/hold-reason'
import { settings } from '#game/settings'
import { fairPlayLimits } from './limits'
import { type Measured, type Measures, measureDrawing } from './measure'

export type Suspicion = {
  /** What no hand can have done, not even once. */
  readonly impossible: readonly HoldReason[]
  /** What a freak of network, clock or luck may be, but not time and again. */
  readonly strange: readonly HoldReason[]
}

type Judged = Measured & { readonly prompt: Digit }

/** [F2] Every reason that one drawing gives, strange or impossible. */
export function drawingHoldReasons(drawing: Judged): HoldReason[] {
  const measures = measureDrawing(drawing)
  if (!measures) return []
  const { impossible, strange } = suspect(drawing, measures)
  return [...new Set([...impossible, ...strange])]
}

/** [F2] What of one drawing no hand can have done, or does now and then at most. */
export function suspect(
  { prompt, lagCreditMs }: Pick<Judged, 'prompt' | 'lagCreditMs'>,
  measures: Measures,
): Suspicion {
  const { lockMs, reactionMs, writingMs, points, variation } = measures
  // Quick hands draw a 1 between two frames of a slow screen.
  const isMoreThanALine = prompt !== 1
  return {
    impossible: found({
      'too-soon': lockMs < fairPlayLimits.leastLockMs,
      'too-quick': isMoreThanALine && writingMs < fairPlayLimits.leastWritingMs,
    }),
    strange: found({
      'too-soon': reactionMs < fairPlayLimits.leastReactionMs,
      'quick-lock': isMoreThanALine && lockMs < fairPlayLimits.quickLockMs,
      'one-batch': isGathered(measures, lagCreditMs),
      'few-points': isMoreThanALine && points < fairPlayLimits.leastPoints,
      'even-speed': variation !== null && variation < fairPlayLimits.leastSpeedVariation,
    }),
  }
}

function found(reasons: Partial<Record<HoldReason, boolean>>): HoldReason[] {
  return Object.entries(reasons).flatMap(([reason, isSo]) => (isSo ? [reason as HoldReason] : []))
}

/** Whether ink came in fewer batches than the time it was drawn in has it. Of a line so slow that credit ends nothing is known. */
function isGathered({ batches, drawnMs }: Measures, lagCreditMs: number): boolean {
  if (lagCreditMs >= settings.maxLagCreditMs) return false
  return batches * (fairPlayLimits.mostGatheringMs + 2 * lagCreditMs) < drawnMs
}
