type Paint = () => void

const waiting = new Set<Paint>()

/** Paints in the next frame, once, however often it is asked for until then; all canvases and meters share that frame. */
export function paintInNextFrame(paint: Paint): void {
  if (waiting.size === 0) requestAnimationFrame(paintAll)
  waiting.add(paint)
}

export function cancelPaint(paint: Paint): void {
  waiting.delete(paint)
}

function paintAll(): void {
  const due = [...waiting]
  waiting.clear()
  for (const paint of due) {
    try {
      paint()
    } catch (error) {
      // The others are painted all the same.
      reportError(error)
    }
  }
}
