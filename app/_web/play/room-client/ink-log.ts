import { countPoints, type InkOp } from '#game/drawing/ink'
import { settings } from '#game/settings'

/** The ops of one drawing in order. */
export type InkLog = {
  readonly ops: readonly InkOp[]
  /** How many the server has got or is about to get. */
  readonly sent: number
  /** How many were ever sent; these stay as they are, for the server may have them although it has not said so yet. */
  readonly sealed: number
}

export const emptyLog: InkLog = { ops: [], sent: 0, sealed: 0 }

/** Keeps a growing op well below what one batch may hold. */
const mostPointsPerOp = settings.maxPointsPerBatch / 2

/**
 * Adds ops behind those there are. Points that wait to be sent gather in one op, and times never run backwards, even if the
 * clock was set right in between.
 * @returns the log unchanged when the drawing would hold more than the rules allow
 */
export function addToLog(log: InkLog, added: readonly InkOp[]): InkLog {
  const ops = [...log.ops]
  for (const op of added.map((op) => notBefore(ops.at(-1), op))) {
    const last = ops.at(-1)
    const mayGather = ops.length > log.sealed && last?.kind === 'draw' && op.kind === 'draw'
    if (mayGather && last.points.length + op.points.length <= mostPointsPerOp) {
      ops[ops.length - 1] = { ...op, points: [...last.points, ...op.points] }
    } else ops.push(op)
  }
  const isTooMuch = ops.length > settings.maxOpsPerDrawing || countPoints(ops) > settings.maxPointsPerDrawing
  return isTooMuch ? log : { ...log, ops }
}

function notBefore(last: InkOp | undefined, op: InkOp): InkOp {
  if (!last) return op
  const atMs = Math.max(last.atMs, op.atMs)
  if (op.kind !== 'draw') return { ...op, atMs }
  return { ...op, atMs, points: op.points.map((point) => ({ ...point, t: Math.max(last.atMs, point.t) })) }
}

export type Batch = { readonly from: number; readonly ops: readonly InkOp[] }

/** What to send next, as much as one message may hold; null when all has been sent. */
export function nextBatch({ ops, sent }: InkLog): Batch | null {
  const batch: InkOp[] = []
  let points = 0
  for (const op of ops.slice(sent, sent + settings.maxOpsPerBatch)) {
    points += countPoints([op])
    if (points > settings.maxPointsPerBatch) break
    batch.push(op)
  }
  return batch.length > 0 ? { from: sent, ops: batch } : null
}

export function markSent(log: InkLog, sent: number): InkLog {
  return { ...log, sent, sealed: Math.max(log.sealed, sent) }
}

/** Goes on behind what the server says it has; the rest of the log is to be sent again. */
export function resumeLog(log: InkLog, known: readonly InkOp[]): InkLog {
  const ops = [...known, ...log.ops.slice(known.length)]
  return { ops, sent: known.length, sealed: Math.max(log.sealed, known.length) }
}
