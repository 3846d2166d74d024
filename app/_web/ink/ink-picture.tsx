import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { settings } from '#game/settings'
import { outlineOf, playerPen } from './outline'

/** A stored drawing as a still picture, made where the page is made: no script is needed to see it. */
export function InkPicture({
  inkText,
  label,
  className,
}: {
  inkText: string
  label: string
  className?: string
}) {
  return (
    <svg
      viewBox={`0 0 ${settings.gridSize} ${settings.gridSize}`}
      role="img"
      aria-label={label}
      className={className}
    >
      {strokesOf(decodeInk(inkText)).map((stroke) => (
        <path key={stroke[0]?.t} d={outlineOf(stroke, playerPen)} fill="currentColor" />
      ))}
    </svg>
  )
}
