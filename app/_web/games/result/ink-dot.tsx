import { InkShape } from '../../ink/ink-shape'

type InkDotProps = { cx?: number; cy?: number | null; colour: number }

/** The mark of a player on a chart: their shape, so that colour is never the only sign. */
export function InkDot({ cx = 0, cy, colour }: InkDotProps) {
  if (typeof cy !== 'number') return null
  return (
    <g transform={`translate(${cx - 8} ${cy - 8})`}>
      <InkShape colour={colour} className="h-4 w-4" />
    </g>
  )
}
