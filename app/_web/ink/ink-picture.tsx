import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { settings } from '#game/settings'
import { outlineOf, playerPen } from './outline'

/** Boards show the same drawings to everybody, and outlines are most of what they cost. */
const mostKept = 2_000
const kept = new Map<string, readonly string[]>()

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
      {outlinesOf(inkText).map((outline) => (
        <path key={outline} d={outline} fill="currentColor" />
      ))}
    </svg>
  )
}

function outlinesOf(inkText: string): readonly string[] {
  const known = kept.get(inkText)
  if (known) return known
  if (kept.size >= mostKept) kept.clear()
  const outlines = [
    ...new Set(strokesOf(decodeInk(inkText)).map((stroke) => outlineOf(stroke, playerPen, 'whole'))),
  ]
  kept.set(inkText, outlines)
  return outlines
}
