import { settings } from '#game/settings'

/** The outline of each stroke of a drawing, as the `d` of a path, with when it began, which tells it from the others. */
export type InkOutlines = readonly (readonly [startedAtMs: number, outline: string])[]

type OutlinedInkProps = { outlines: InkOutlines; label: string; className?: string }

/** A drawing whose outlines are known. */
export function OutlinedInk({ outlines, label, className }: OutlinedInkProps) {
  return (
    <svg
      viewBox={`0 0 ${settings.gridSize} ${settings.gridSize}`}
      role="img"
      aria-label={label}
      className={className}
    >
      {outlines.map(([startedAtMs, outline]) => (
        <path key={startedAtMs} d={outline} fill="currentColor" />
      ))}
    </svg>
  )
}
