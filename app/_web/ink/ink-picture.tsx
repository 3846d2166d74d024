import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { settings } from '#game/settings'
import { outlineOf } from './logo/outline'

/** Width of the pen in logical units. */
const penSize = 46

/** A stored drawing as a still picture, made where the page is made: no script is needed to see it. */
export function InkPicture({ ink, label, className }: { ink: string; label: string; className?: string }) {
  return (
    <svg
      viewBox={`0 0 ${settings.gridSize} ${settings.gridSize}`}
      role="img"
      aria-label={label}
      className={className}
    >
      {strokesOf(decodeInk(ink)).map((stroke) => (
        <path
          key={stroke[0]?.t}
          d={outlineOf(
            stroke.map(({ x, y }) => [x, y] as const),
            penSize,
          )}
          fill="currentColor"
        />
      ))}
    </svg>
  )
}
