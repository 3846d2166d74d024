type Paint = () => void

const waiting = new Set<Paint>()

/** Paints in the next frame, once, however often it is asked for until then; all canvases and meters share that frame. */
export function paintInNextFrame(paint: Paint): void {
  if (waiting.size === 0) requestAnimationFrame(paintAll)
  waiting.add(paint)
}

export function forgetPaint(paint: Paint): void {
  waiting.delete(paint)
}

function paintAll(): void {
  const due = [...waiting]
  waiting.clear()
  for (const paint of due) {
    try {
      paint()
    } catch (error) {
      // One that fails keeps no other from being seen.
      reportError(error)
    }
  }
}
