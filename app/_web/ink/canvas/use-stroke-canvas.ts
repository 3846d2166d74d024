import { useEffect, useRef } from 'react'
import { watchPixels } from '../../kit/browser/screen'
import { useTheme } from '../../kit/theme/use-theme'
import { inkOf } from '../palette'
import { cancelPaint, paintInNextFrame } from './animation-frame'
import { fitCanvas, type InkOf } from './paint'
import type { StrokeState } from './stroke-state'

/** Where a stroke state comes from: the present one, and a call with every new one. */
export type StrokeSource = {
  readonly read: () => StrokeState
  readonly subscribe: (changed: () => void) => () => void
}

/** A stroke state that does not change. */
export function stillStrokes(strokeState: StrokeState): StrokeSource {
  return { read: () => strokeState, subscribe: () => () => {} }
}

export type PaintLayer = (canvas: HTMLCanvasElement, strokeState: StrokeState, inkOf: InkOf) => void

/**
 * Keeps a canvas painted: after new ink, in another theme, at another size, on another screen. React renders nothing for it.
 * @param colour index into the palette; several where several share the canvas, by the index of the player, of which the first is that
 * of ink that nobody knows whose it is
 * @param partOf what part of the stroke state this layer shows; the layer is painted again only when it is another
 * @param askToPaint when it is painted
 */
export function useStrokeCanvas(
  source: StrokeSource,
  colour: number | readonly number[],
  paint: PaintLayer,
  partOf: (strokeState: StrokeState) => unknown = (strokeState) => strokeState,
  askToPaint: (paint: () => void) => void = paintInNextFrame,
) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  const inks = typeof colour === 'number' ? String(colour) : colour.join()
  useEffect(() => {
    const canvas = canvasRef.current
    if (!canvas) return
    const [fill = '', ...others] = inks.split(',').map((each) => inkOf(Number(each))[theme])
    const fillOf = (hand = 0) => others[hand - 1] ?? fill
    let painted: unknown = null
    // Its size is looked up only when it has changed: asking costs a layout, and many canvases share a frame.
    let isFit = false
    const repaint = () => {
      const strokeState = source.read()
      const part = partOf(strokeState)
      if (isFit && part === painted) return
      if (!isFit) fitCanvas(canvas)
      paint(canvas, strokeState, fillOf)
      isFit = true
      painted = part
    }
    const repaintSoon = () => askToPaint(repaint)
    const unsubscribe = source.subscribe(repaintSoon)
    const refit = () => {
      isFit = false
      repaintSoon()
    }
    const forgetPixels = watchPixels(canvas, refit)
    // A browser that has lost what a canvas showed gives it back empty.
    canvas.addEventListener('contextrestored', refit)
    repaintSoon()
    return () => {
      unsubscribe()
      forgetPixels()
      canvas.removeEventListener('contextrestored', refit)
      cancelPaint(repaint)
    }
  }, [source, inks, theme, paint, partOf, askToPaint])
  return canvasRef
}
