import type { InkOp, Point } from '#game/drawing/ink'

export type PointerKind = 'mouse' | 'pen' | 'touch'

/** Where a pointer was, in logical units, and when, in ms since the round began. */
export type PenEvent =
  | { readonly type: 'down'; readonly pointerId: number; readonly pointer: PointerKind; readonly at: Point }
  | { readonly type: 'move'; readonly pointerId: number; readonly samples: readonly Point[] }
  | { readonly type: 'up'; readonly pointerId: number; readonly t: number }

/** The one pointer that draws, and the last point it left; null while none is down. */
export type Pen = { readonly pointerId: number; readonly pointer: PointerKind; readonly last: Point } | null

export type PenOutcome = { readonly pen: Pen; readonly ops: readonly InkOp[] }

/** A step shorter than this, about a pixel of a phone, says nothing new; it also bounds what a 1000 Hz mouse sends. */
const minStep = 4

/**
 * What a pointer event draws. Pressure has no say. A pen takes over from a finger or palm and takes back what that drew; a second
 * finger is ignored; a pointer that goes down twice has lost its `up` on the way.
 */
export function movePen(pen: Pen, event: PenEvent): PenOutcome {
  switch (event.type) {
    case 'down':
      return putDown(pen, event)
    case 'move':
      return pen?.pointerId === event.pointerId ? draw(pen, event.samples) : { pen, ops: [] }
    case 'up':
      return pen?.pointerId === event.pointerId ? liftPen(pen, event.t) : { pen, ops: [] }
  }
}

/** Ends the stroke that is down, if one is. */
export function liftPen(pen: Pen, t: number): PenOutcome {
  return { pen: null, ops: pen ? [{ kind: 'lift', atMs: Math.max(t, pen.last.t) }] : [] }
}

function putDown(pen: Pen, { pointerId, pointer, at }: PenEvent & { type: 'down' }): PenOutcome {
  const isPalm = pen !== null && pen.pointerId !== pointerId && pointer !== 'pen'
  if (isPalm) return { pen, ops: [] }
  const begun: InkOp = { kind: 'draw', atMs: at.t, points: [at] }
  const after = { pointerId, pointer, last: at }
  if (pen === null) return { pen: after, ops: [begun] }
  const kind = pen.pointer === 'touch' && pointer === 'pen' ? 'undo' : 'lift'
  return { pen: after, ops: [{ kind, atMs: at.t }, begun] }
}

/** Times do not run backwards, even where the clock was set right in mid-stroke. */
function draw(pen: NonNullable<Pen>, samples: readonly Point[]): PenOutcome {
  let { last } = pen
  const points: Point[] = []
  for (const sample of samples) {
    const isNear = (sample.x - last.x) ** 2 + (sample.y - last.y) ** 2 < minStep ** 2
    if (isNear) continue
    last = { ...sample, t: Math.max(last.t, sample.t) }
    points.push(last)
  }
  return { pen: { ...pen, last }, ops: points.length > 0 ? [{ kind: 'draw', atMs: last.t, points }] : [] }
}
