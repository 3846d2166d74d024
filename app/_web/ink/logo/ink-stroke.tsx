import { type CSSProperties, useId } from 'react'
import { housePen, outlineOf, type XY } from '../outline'

type InkStrokeProps = {
  points: readonly XY[]
  /** Width of the pen, in the units of the picture. */
  width: number
  /** When the pen comes down and how long it draws, in seconds; drawn at once where the player wants no motion. */
  delay?: number
  time?: number
}

const middleLine = (points: readonly XY[]) => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`

/** One stroke that draws itself: its outline, uncovered along its middle by a mask. For use inside an svg. */
export function InkStroke({ points, width, delay = 0, time = 0 }: InkStrokeProps) {
  const id = useId()
  const outline = outlineOf(points, housePen(width))
  if (time === 0) return <path d={outline} fill="currentColor" />
  return (
    <>
      <mask id={id} maskUnits="userSpaceOnUse" x="-50%" y="-50%" width="200%" height="200%">
        <path
          d={middleLine(points)}
          pathLength="1"
          stroke="white"
          strokeWidth={width * 2}
          style={{ '--draw-delay': `${delay}s`, '--draw-time': `${time}s` } as CSSProperties}
          className="animate-draw fill-none [stroke-dasharray:1] [stroke-linecap:round] [stroke-linejoin:round]"
        />
      </mask>
      <path d={outline} mask={`url(#${id})`} fill="currentColor" />
    </>
  )
}
