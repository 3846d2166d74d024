/** Where a pointer was, in CSS pixels of the viewport, and when, on the clock of `performance.now()`. */
export type PointerSample = Readonly<Pick<PointerEvent, 'clientX' | 'clientY' | 'timeStamp'>>

type MovedPointer = PointerSample & { readonly getCoalescedEvents?: () => readonly PointerSample[] }

/** The last coalesced event is where its event is; browsers only differ in how they round. */
const tolerancePx = 2
/** An event is dealt with within this time, even on a phone that was busy. */
const oldestMs = 10_000

/**
 * All places where a pointer was since its last event.
 *
 * Coalesced events exist in secure contexts only, and in Safari only since 18.2. Some browsers have the method and give an empty
 * list, throw, or tell of places at the origin; then there is one sample, the event's own. At least one, and all numbers finite,
 * unless the event itself says nothing.
 */
export function samplesOf(event: MovedPointer): readonly PointerSample[] {
  if (!isPlace(event)) return []
  const timeStamp = timeOf(event)
  const own = { clientX: event.clientX, clientY: event.clientY, timeStamp }
  const coalesced = coalescedOf(event)
  const last = coalesced.at(-1)
  if (!last || !isNear(last, event)) return [own]
  return coalesced
    .filter((each) => isPlace(each) && !isMissingPlace(each, event))
    .map((each) => ({
      clientX: each.clientX,
      clientY: each.clientY,
      timeStamp: each.timeStamp > timeStamp - oldestMs ? Math.min(each.timeStamp, timeStamp) : timeStamp,
    }))
}

function coalescedOf(event: MovedPointer): readonly PointerSample[] {
  try {
    return event.getCoalescedEvents?.() ?? []
  } catch {
    return []
  }
}

function isPlace({ clientX, clientY }: PointerSample): boolean {
  return Number.isFinite(clientX) && Number.isFinite(clientY)
}

function isNear(a: PointerSample, b: PointerSample): boolean {
  return Math.abs(a.clientX - b.clientX) <= tolerancePx && Math.abs(a.clientY - b.clientY) <= tolerancePx
}

/** At the very origin, where the pointer is not. */
function isMissingPlace(sample: PointerSample, event: PointerSample): boolean {
  return sample.clientX === 0 && sample.clientY === 0 && !isNear(sample, event)
}

/** The time of an event; now, where the browser has another clock for events, as some have after sleep. */
export function timeOf({ timeStamp }: Pick<PointerSample, 'timeStamp'>): number {
  const now = performance.now()
  return timeStamp > now - oldestMs && timeStamp <= now ? timeStamp : now
}

/** Sends all that the pointer does to the element. Where that fails, what leaves the element is still heard on the window. */
export function capturePointer(element: Element, pointerId: number): void {
  try {
    element.setPointerCapture(pointerId)
  } catch {
    // The pointer is gone already, or this browser has none by that number.
  }
}

/**
 * Calls back with every move of a pointer, wherever it is, as early as the browser tells. Raw updates come before the frame they
 * are shown in, for the element alone and in secure contexts only; the moves that follow them tell of the same places once more
 * and are left out.
 */
export function onPointerMove(
  element: HTMLElement,
  moved: (event: PointerEvent) => void,
  { signal }: { readonly signal: AbortSignal },
): void {
  const rawPointers = new Set<number>()
  const forget = ({ pointerId }: PointerEvent) => rawPointers.delete(pointerId)
  element.addEventListener('pointerdown', forget, { signal, capture: true })
  window.addEventListener('pointerup', forget, { signal })
  window.addEventListener('pointercancel', forget, { signal })
  element.addEventListener(
    'pointerrawupdate',
    (event) => {
      rawPointers.add((event as PointerEvent).pointerId)
      moved(event as PointerEvent)
    },
    { signal },
  )
  window.addEventListener(
    'pointermove',
    (event) => {
      // Without a capture the element hears nothing of what happens beside it.
      const isTold = rawPointers.has(event.pointerId) && event.composedPath().includes(element)
      if (!isTold) moved(event)
    },
    { signal },
  )
}
