import { type ComponentProps, useEffect, useRef } from 'react'
import { rasterSize } from '#game/drawing/rasterise'
import { classes } from '../kit/classes'

type RasterCanvasProps = ComponentProps<'canvas'> & {
  /** Sets red, green, blue and alpha of each pixel, row by row; memoised, as another one paints again. */
  paint: (data: Uint8ClampedArray) => void
}

/** A canvas of 28x28 pixels that stay square at any size. */
export function RasterCanvas({ paint, className, ...rest }: RasterCanvasProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvasRef.current?.getContext('2d')
    if (!context) return
    const image = context.createImageData(rasterSize, rasterSize)
    paint(image.data)
    context.putImageData(image, 0, 0)
  }, [paint])
  return (
    <canvas
      ref={canvasRef}
      width={rasterSize}
      height={rasterSize}
      className={classes('[image-rendering:pixelated]', className)}
      {...rest}
    />
  )
}
