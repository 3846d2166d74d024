type Paint = () => void

const first = new Set<Paint>()
const waiting = new Set<Paint>()
let isFrameAsked = false

function askForFrame(): void {
  if (!isFrameAsked) requestAnimationFrame(paintAll)
  isFrameAsked = true
}

/** Paints in the next frame, before all else and whatever the time: what is under the pen. */
export function paintFirst(paint: Paint): void {
  first.add(paint)
  askForFrame()
}

/** Paints in the next frame, once, however often it is asked for until then; canvases and meters share that frame, as far as there is time. */
export function paintInNextFrame(paint: Paint): void {
  waiting.add(paint)
  askForFrame()
}

const waitingCalmly = new Set<Paint>()

/** Ten times a second: more often than an eye beside the pad can tell. */
const calmMs = 100

/**
 * The same for what is small, many times on the page and lies beside the pad, as the others' meters do: all of it in one frame, ten times a
 * second at most. A frame in which the page's style has changed costs a slow phone about as much for one of them as for all.
 */
export function paintCalmly(paint: Paint): void {
  if (waitingCalmly.size === 0) setTimeout(paintAllCalmly, calmMs)
  waitingCalmly.add(paint)
}

function paintAllCalmly(): void {
  for (const paint of waitingCalmly) paintInNextFrame(paint)
  waitingCalmly.clear()
}

export function cancelPaint(paint: Paint): void {
  first.delete(paint)
  waiting.delete(paint)
  waitingCalmly.delete(paint)
}

/** After so long no other is begun in a frame, on a slow phone too: what is left waits for the next, in its order. */
const budgetMs = 4

function paintAll(): void {
  isFrameAsked = false
  const startedAt = performance.now()
  for (const paint of takeAll(first)) attempt(paint)
  const due = takeAll(waiting)
  for (let paint = due.shift(); paint; paint = due.shift()) {
    attempt(paint)
    if (performance.now() - startedAt >= budgetMs) break
  }
  // What is left goes before what was asked for meanwhile.
  for (const paint of [...due, ...takeAll(waiting)]) paintInNextFrame(paint)
}

function takeAll(paints: Set<Paint>): Paint[] {
  const taken = [...paints]
  paints.clear()
  return taken
}

/** One that fails keeps no other from being painted. */
function attempt(paint: Paint): void {
  try {
    paint()
  } catch (error) {
    reportError(error)
  }
}
