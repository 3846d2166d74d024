import { ImageResponse } from 'next/og'
import { strokeThrough } from './handwriting'
import { outlineOf } from './outline'

const figure = strokeThrough('30,40 36,24 54,20 64,34 54,54 26,80 / 26,80 50,75 86,80')

/** @returns the sign of the app as a square PNG; what matters lies in the middle four fifths, so that it may be cut round. */
export function drawIcon(sizePx: number): ImageResponse {
  return new ImageResponse(
    <svg width={sizePx} height={sizePx} viewBox="0 0 108 104" role="img" aria-label="2">
      <rect width="108" height="104" fill="#cb2f15" />
      <path d={outlineOf(figure, 12)} fill="#fffdf8" />
    </svg>,
    { width: sizePx, height: sizePx },
  )
}
