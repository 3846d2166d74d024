import { settings } from '#game/settings'
import { classes } from '../../kit/classes'
import type { ConfidenceStep } from './confidence-steps'

const width = 100
const height = 34

type ConfidenceCurveProps = {
  steps: readonly ConfidenceStep[]
  /** What the whole width stands for. */
  spanMs: number
  colour: string
  lockedAtMs: readonly number[]
  /** What it shows; without one it is hidden from screen readers. */
  label?: string
  className?: string
}

/** How sure the judge was over time, with the line above which a drawing locks, and the locks. */
export function ConfidenceCurve({
  steps,
  spanMs,
  colour,
  lockedAtMs,
  label,
  className,
}: ConfidenceCurveProps) {
  const xOf = (atMs: number) => Math.min(width, Math.max(0, (atMs / spanMs) * width)).toFixed(2)
  const yOf = (thousandths: number) => (height - (thousandths / 1000) * height).toFixed(1)
  const corners = steps.map(({ atMs, thousandths }) => `H${xOf(atMs)}V${yOf(thousandths)}`)
  const curve = `M0 ${height}${corners.join('')}H${width}`
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
      preserveAspectRatio="none"
      className={classes('w-full overflow-visible [&>*]:[vector-effect:non-scaling-stroke]', className)}
    >
      <path
        d={`M0 ${yOf(settings.lockThousandths)}H${width}`}
        className="stroke-edge"
        strokeDasharray="1.5 2.5"
      />
      <path d={`${curve}V${height}H0Z`} fill={colour} opacity="0.14" />
      <path d={curve} fill="none" stroke={colour} strokeWidth="2" strokeLinejoin="round" />
      {lockedAtMs.map((atMs) => (
        <path key={atMs} d={`M${xOf(atMs)} 0V${height}`} className="stroke-good" strokeWidth="2.5" />
      ))}
    </svg>
  )
}
