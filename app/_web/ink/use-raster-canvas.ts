import { useEffect, useRef } from 'react'
import { rasterSize } from '#game/drawing/rasterise'

/** Paints a canvas of 28x28 pixels. @param paint fills the red, green, blue and alpha of each pixel, row by row; memoised by the caller */
export function useRasterCanvas(paint: (data: Uint8ClampedArray) => void) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvasRef.current?.getContext('2d')
    if (!context) return
    const image = context.createImageData(rasterSize, rasterSize)
    paint(image.data)
    context.putImageData(image, 0, 0)
  }, [paint])
  return canvasRef
}
