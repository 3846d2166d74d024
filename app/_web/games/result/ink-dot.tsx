import { shapeOutline } from '../../ink/ink-shape'
import { inkColour } from '../../ink/palette'

/** In px; outlines are drawn in a square of 24. */
const markSide = 16

type InkDotProps = { cx?: number; cy?: number | null; colour: number }

/** The mark of a player on a chart: their shape, so that colour is never the only sign. */
export function InkDot({ cx = 0, cy, colour }: InkDotProps) {
  if (typeof cy !== 'number') return null
  return (
    // A path, not a picture in the picture: that would be as large as the chart where a style sheet does not reach it.
    <path
      d={shapeOutline(colour)}
      transform={`translate(${cx - markSide / 2} ${cy - markSide / 2}) scale(${markSide / 24})`}
      style={{ color: inkColour(colour) }}
      fill="currentColor"
      fillRule="evenodd"
    />
  )
}
