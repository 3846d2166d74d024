type Paint = () => void

const waiting = new Set<Paint>()

/** Paints in the next frame, once, however often it is asked for until then; canvases and meters share that frame, as far as there is time. */
export function paintInNextFrame(paint: Paint): void {
  if (waiting.size === 0) requestAnimationFrame(paintAll)
  waiting.add(paint)
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
  waiting.delete(paint)
  waitingCalmly.delete(paint)
}

/** How long is painted in one frame, on a slow phone too: what is left then waits for the next, in its order. */
const budgetMs = 4

function paintAll(): void {
  const due = [...waiting]
  waiting.clear()
  const startedAt = performance.now()
  for (let paint = due.shift(); paint; paint = due.shift()) {
    try {
      paint()
    } catch (error) {
      // The others are painted all the same.
      reportError(error)
    }
    if (performance.now() - startedAt >= budgetMs) break
  }
  if (due.length === 0) return
  const asked = [...waiting]
  waiting.clear()
  for (const paint of [...due, ...asked]) waiting.add(paint)
  if (asked.length === 0) requestAnimationFrame(paintAll)
}
