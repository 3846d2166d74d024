import { useEffect, useRef } from 'react'
import { watchPixels } from '../../kit/browser/screen'
import { useTheme } from '../../kit/theme/use-theme'
import { inkOf } from '../palette'
import { forgetPaint, paintInNextFrame } from './frame'
import { fitCanvas } from './paint'
import type { Sheet } from './sheet'

/** Where a sheet comes from: its present form, and word of every new one. */
export type SheetSource = {
  readonly read: () => Sheet
  readonly subscribe: (changed: () => void) => () => void
}

/** A sheet that does not change. */
export function stillSheet(sheet: Sheet): SheetSource {
  return { read: () => sheet, subscribe: () => () => {} }
}

export type PaintLayer = (canvas: HTMLCanvasElement, sheet: Sheet, colour: string) => void

/**
 * Keeps a canvas painted: after new ink, in another theme, at another size, on another screen. React renders nothing for it.
 * @param partOf what of the sheet this layer shows; the layer is painted again only when it is another
 */
export function useSheetCanvas(
  source: SheetSource,
  ink: number,
  paint: PaintLayer,
  partOf: (sheet: Sheet) => unknown = (sheet) => sheet,
) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  useEffect(() => {
    const canvas = canvasRef.current
    if (!canvas) return
    const colour = inkOf(ink)[theme]
    let painted: unknown = null
    // Its size is looked up only when it has changed: asking costs a layout, and many canvases share a frame.
    let isFit = false
    const repaint = () => {
      const sheet = source.read()
      const part = partOf(sheet)
      if (isFit && part === painted) return
      if (!isFit) fitCanvas(canvas)
      paint(canvas, sheet, colour)
      isFit = true
      painted = part
    }
    const repaintSoon = () => paintInNextFrame(repaint)
    const unsubscribe = source.subscribe(repaintSoon)
    const forgetPixels = watchPixels(canvas, () => {
      isFit = false
      repaintSoon()
    })
    repaintSoon()
    return () => {
      unsubscribe()
      forgetPixels()
      forgetPaint(repaint)
    }
  }, [source, ink, theme, paint, partOf])
  return canvasRef
}
