import { ImageResponse } from 'next/og'
import { themeColours } from '../../kit/theme/theme-colours'
import { housePen, outlineOf } from '../outline'
import { strokeThrough } from './handwriting'

const { light } = themeColours
const figure = strokeThrough('30,40 36,24 54,20 64,34 54,54 26,80 / 26,80 50,75 86,80')

/** @returns the sign of the app as a square PNG; what matters lies in the middle four fifths, so that it may be cut round. */
export function drawIcon(sizePx: number): ImageResponse {
  return new ImageResponse(
    <svg width={sizePx} height={sizePx} viewBox="0 0 108 104" role="img" aria-label="2">
      <rect width="108" height="104" fill={light.accent} />
      <path d={outlineOf(figure, housePen(12))} fill={light.card} />
    </svg>,
    { width: sizePx, height: sizePx },
  )
}
