import type { InkOp, Point } from '#game/drawing/ink'
import { settings } from '#game/settings'

export type PointerKind = 'mouse' | 'pen' | 'touch'

/** Where a pointer was, in logical units, beyond the paper too, and when, in ms since the round began. */
export type PenEvent =
  | {
      readonly type: 'down'
      readonly pointerId: number
      readonly pointer: PointerKind
      readonly at: Point
      /** More of the glass is touched than a fingertip covers. */
      readonly isLarge: boolean
    }
  | {
      readonly type: 'move'
      readonly pointerId: number
      readonly samples: readonly Point[]
      readonly isLarge: boolean
    }
  | { readonly type: 'up' | 'cancel'; readonly pointerId: number; readonly t: number }

/** A pointer that is down. */
type Contact = {
  readonly pointerId: number
  readonly pointer: PointerKind
  readonly isLarge: boolean
  readonly first: Point
  readonly last: Point
  /** Whether it has ever been far from where it came down. */
  readonly hasTravelled: boolean
}

export type PenState = {
  /** The one pointer that draws; its points are on the paper. */
  readonly stroke: Contact | null
  /** Those that are down and have drawn nothing yet: beside the paper, or a hand that rests on it. */
  readonly waiting: readonly Contact[]
  /** A pen was used in this drawing, so touches are hands. */
  readonly isPenUsed: boolean
}

export const idlePen: PenState = { stroke: null, waiting: [], isPenUsed: false }

export type PenOutcome = { readonly pen: PenState; readonly ops: readonly InkOp[] }

/** A step shorter than this, about a pixel of a phone, is dropped; it also bounds what a 1000 Hz mouse sends. */
const minStep = 4
/** How far a pointer comes at least when it means to draw; a hand at rest stirs less. A quarter of an inch on a phone. */
const travelUnits = 64
/** How near the edge of the paper a hand rests. */
const edgeUnits = settings.gridSize / 8

/**
 * What a pointer event draws. Pressure is ignored. One pointer draws at a time, and a second finger is ignored, except that a pen takes
 * over from a touch, and a finger from a hand at rest; what those drew is taken back. If a pointer goes down
 * twice, its `up` was lost.
 */
export function movePen(pen: PenState, event: PenEvent): PenOutcome {
  switch (event.type) {
    case 'down':
      return putDown(pen, event)
    case 'move':
      return pen.stroke?.pointerId === event.pointerId
        ? draw(pen, pen.stroke, event)
        : moveWaiting(pen, event)
    case 'up':
    case 'cancel': {
      const { stroke } = pen
      const waiting = without(pen.waiting, event.pointerId)
      if (stroke?.pointerId !== event.pointerId) return { pen: { ...pen, waiting }, ops: [] }
      // The system cancels a touch that it takes for a palm or for a gesture of its own.
      const kind = event.type === 'cancel' && stroke.pointer === 'touch' ? 'undo' : 'lift'
      return { pen: { ...pen, waiting, stroke: null }, ops: [endOf(stroke, kind, event.t)] }
    }
  }
}

/** Is the pointer down, whether it draws or not? */
export function isHeld({ stroke, waiting }: PenState, pointerId: number): boolean {
  return [stroke, ...waiting].some((contact) => contact?.pointerId === pointerId)
}

/** Ends the stroke that is down, if one is; who is down without drawing has to come down again. */
export function liftPen(pen: PenState, t: number): PenOutcome {
  const ops = pen.stroke ? [endOf(pen.stroke, 'lift', t)] : []
  return { pen: { ...pen, stroke: null, waiting: [] }, ops }
}

function endOf({ last }: Contact, kind: 'lift' | 'undo', t: number): InkOp {
  return { kind, atMs: Math.max(t, last.t) }
}

function putDown(
  before: PenState,
  { pointerId, pointer, at, isLarge }: PenEvent & { type: 'down' },
): PenOutcome {
  const { stroke } = before
  // Wherever the pen comes down, a touch that draws is the hand that holds it.
  const palm = pointer === 'pen' && stroke?.pointer === 'touch' ? stroke : null
  const pen = {
    stroke: palm ? null : stroke,
    waiting: without(before.waiting, pointerId),
    isPenUsed: before.isPenUsed || pointer === 'pen',
  }
  const takenBack = palm ? [endOf(palm, 'undo', at.t)] : []
  if (pointer === 'touch' && pen.isPenUsed) return { pen, ops: [] }
  const contact = { pointerId, pointer, isLarge, first: at, last: at, hasTravelled: false }
  const mayDraw = isOnPaper(at) && !(pointer === 'touch' && isLarge)
  if (!mayDraw) return { pen: { ...pen, waiting: [...pen.waiting, contact] }, ops: takenBack }
  const begun = begin(pen, contact)
  return { pen: begun.pen, ops: [...takenBack, ...begun.ops] }
}

/** Begins a stroke where the contact came down, if no other stroke forbids it. */
function begin(pen: PenState, contact: Contact): PenOutcome {
  const at = toPaper(contact.first)
  const begun: InkOp = { kind: 'draw', atMs: at.t, points: [at] }
  const after: PenState = { ...pen, stroke: { ...contact, first: at, last: at } }
  const { stroke } = pen
  if (stroke === null) return { pen: after, ops: [begun] }
  if (stroke.pointerId === contact.pointerId) return { pen: after, ops: [endOf(stroke, 'lift', at.t), begun] }
  if (!yields(stroke, contact)) return { pen, ops: [] }
  return { pen: after, ops: [endOf(stroke, stroke.pointer === 'touch' ? 'undo' : 'lift', at.t), begun] }
}

/** Does the stroke that is down make way for a new contact? */
function yields(stroke: Contact, contact: Contact): boolean {
  if (contact.pointer === 'pen') return true
  if (stroke.pointer !== 'touch' || contact.pointer !== 'touch' || contact.isLarge) return false
  return stroke.isLarge || (isNearEdge(stroke.first) && !stroke.hasTravelled)
}

/** A contact that waits begins to draw when it comes onto the paper, or when it moves as no resting hand does. */
function moveWaiting(
  pen: PenState,
  { pointerId, samples, isLarge }: PenEvent & { type: 'move' },
): PenOutcome {
  let contact = pen.waiting.find((each) => each.pointerId === pointerId)
  if (!contact || (contact.pointer === 'touch' && pen.isPenUsed)) return { pen, ops: [] }
  contact = { ...contact, isLarge }
  const others = without(pen.waiting, pointerId)
  for (const [index, sample] of samples.entries()) {
    contact = follow(contact, sample)
    const isHand = contact.pointer === 'touch' && contact.isLarge && !contact.hasTravelled
    if (!isOnPaper(sample) || isHand) continue
    const { pen: after, ops } = begin({ ...pen, waiting: others }, { ...contact, last: sample })
    if (after.stroke?.pointerId !== pointerId) return { pen: after, ops }
    const drawn = draw(after, after.stroke, {
      type: 'move',
      pointerId,
      samples: samples.slice(index),
      isLarge,
    })
    return { pen: drawn.pen, ops: [...ops, ...drawn.ops] }
  }
  return { pen: { ...pen, waiting: [...others, contact] }, ops: [] }
}

/** What is drawn of a contact begins where it comes onto the paper, if that is not where it came down. */
function follow(contact: Contact, sample: Point): Contact {
  const isComing = !isOnPaper(contact.last) && isOnPaper(sample)
  const first = isComing ? entryOf(contact.last, sample) : contact.first
  const hasTravelled = (contact.hasTravelled && !isComing) || isFar(first, sample)
  return { ...contact, first, last: sample, hasTravelled }
}

/** Where the line from a point beside the paper to one on it crosses the edge. */
function entryOf(from: Point, to: Point): Point {
  const edge = (start: number, end: number) => {
    const border = Math.max(0, Math.min(settings.gridSize - 1, start))
    return start === border ? 0 : (border - start) / (end - start)
  }
  const share = Math.max(edge(from.x, to.x), edge(from.y, to.y))
  const between = (start: number, end: number) => start + (end - start) * share
  return { x: between(from.x, to.x), y: between(from.y, to.y), t: Math.round(between(from.t, to.t)) }
}

/** Times do not run backwards, even where the clock was set right in mid-stroke. */
function draw(pen: PenState, stroke: Contact, { samples, isLarge }: PenEvent & { type: 'move' }): PenOutcome {
  let { last, hasTravelled } = stroke
  const points: Point[] = []
  for (const sample of samples.map(toPaper)) {
    hasTravelled ||= isFar(stroke.first, sample)
    const isNear = (sample.x - last.x) ** 2 + (sample.y - last.y) ** 2 < minStep ** 2
    if (isNear) continue
    last = { ...sample, t: Math.max(last.t, sample.t) }
    points.push(last)
  }
  // A hand is seen as one before it moves; a finger that is pressed hard in mid-stroke is none.
  const after = { ...stroke, last, hasTravelled, isLarge: stroke.isLarge || (isLarge && !hasTravelled) }
  return {
    pen: { ...pen, stroke: after },
    ops: points.length > 0 ? [{ kind: 'draw', atMs: last.t, points }] : [],
  }
}

function without(contacts: readonly Contact[], pointerId: number): readonly Contact[] {
  return contacts.filter((contact) => contact.pointerId !== pointerId)
}

function isOnPaper({ x, y }: Point): boolean {
  return x >= 0 && y >= 0 && x <= settings.gridSize && y <= settings.gridSize
}

function isNearEdge({ x, y }: Point): boolean {
  return Math.min(x, y, settings.gridSize - 1 - x, settings.gridSize - 1 - y) < edgeUnits
}

function isFar(from: Point, to: Point): boolean {
  return (to.x - from.x) ** 2 + (to.y - from.y) ** 2 >= travelUnits ** 2
}

/** Ink has whole numbers only, and ends at the edge. */
function toPaper({ x, y, t }: Point): Point {
  const within = (value: number) => Math.max(0, Math.min(settings.gridSize - 1, Math.round(value)))
  return { x: within(x), y: within(y), t }
}
