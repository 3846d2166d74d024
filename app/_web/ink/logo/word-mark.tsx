import { classes } from '../../kit/classes'
import { strokeThrough } from './handwriting'
import { InkStroke } from './ink-stroke'

/** A written 2 whose foot runs away under the name: the digit, and the dash. */
export const wordFigure = strokeThrough(
  '16,44 26,22 52,18 66,38 52,70 10,118 / 10,118 60,108 180,112 330,106 424,113',
)

/** @param isDrawn whether the ink draws itself, once, as on the home page */
export function WordMark({
  name,
  isDrawn = false,
  className,
}: {
  name: string
  isDrawn?: boolean
  className?: string
}) {
  return (
    <svg viewBox="0 0 432 130" role="img" aria-label={name} className={classes('[direction:ltr]', className)}>
      <g className="text-accent">
        <InkStroke points={wordFigure} width={13} delay={0.15} time={isDrawn ? 1.1 : 0} />
      </g>
      <text
        x="88"
        y="92"
        textLength="336"
        lengthAdjust="spacingAndGlyphs"
        className="fill-ink font-display font-extrabold text-[76px] tracking-tight"
      >
        {name}
      </text>
    </svg>
  )
}
