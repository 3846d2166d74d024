import type { Digit } from '#game/protocol/scalars'
import type { HoldReason } from '#game/records/hold-reason'
import { settings } from '#game/settings'
import { limits } from './limits'
import { type Measured, type Measures, measure } from './measure'

type Suspicion = {
  /** What no hand can have done, not even once. */
  readonly impossible: readonly HoldReason[]
  /** What a freak of network, clock or luck may be, but not time and again. */
  readonly strange: readonly HoldReason[]
}

type Judged = Measured & { readonly prompt: Digit }

const nothing: Suspicion = { impossible: [], strange: [] }

/** [F2] Every reason that one drawing gives, strange or impossible. */
export function drawingHoldReasons(drawing: Judged): HoldReason[] {
  const { impossible, strange } = suspect(drawing)
  return [...new Set([...impossible, ...strange])]
}

/** [F2] What of one drawing no hand can have done, or does now and then at most. */
export function suspect(drawing: Judged): Suspicion {
  const measures = measure(drawing)
  if (!measures) return nothing
  const { lockMs, reactionMs, writingMs, points, variation } = measures
  // Quick hands draw a 1 between two frames of a slow screen.
  const isMoreThanALine = drawing.prompt !== 1
  return {
    impossible: found({
      'too-soon': lockMs < limits.leastLockMs,
      'too-quick': isMoreThanALine && writingMs < limits.leastWritingMs,
    }),
    strange: found({
      'too-soon': reactionMs < limits.leastReactionMs,
      'quick-lock': isMoreThanALine && lockMs < limits.quickLockMs,
      'one-batch': isGathered(measures, drawing.lagCreditMs),
      'few-points': isMoreThanALine && points < limits.leastPoints,
      'even-speed': variation !== null && variation < limits.leastSpeedVariation,
    }),
  }
}

function found(reasons: Partial<Record<HoldReason, boolean>>): HoldReason[] {
  return Object.entries(reasons).flatMap(([reason, isSo]) => (isSo ? [reason as HoldReason] : []))
}

/** Whether ink came in fewer batches than the time it was drawn in has it. Of a line so slow that credit ends nothing is known. */
function isGathered({ batches, drawnMs }: Measures, lagCreditMs: number): boolean {
  if (lagCreditMs >= settings.maxLagCreditMs) return false
  return batches * (limits.mostGatheringMs + 2 * lagCreditMs) < drawnMs
}
