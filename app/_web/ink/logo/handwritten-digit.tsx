import { handwrittenStrokes } from './handwriting'
import { InkStroke } from './ink-stroke'

type HandwrittenDigitProps = {
  digit: number
  className?: string
  width?: number
  delay?: number
  /** Seconds for the whole digit; 0 has it there from the start. */
  time?: number
}

/** A digit in ink of the current colour, a picture without a name of its own. */
export function HandwrittenDigit({
  digit,
  className,
  width = 9,
  delay = 0,
  time = 0,
}: HandwrittenDigitProps) {
  const strokes = handwrittenStrokes(digit)
  const each = time / strokes.length
  return (
    <svg viewBox="0 0 100 104" aria-hidden="true" className={className}>
      {strokes.map((places, index) => (
        <InkStroke
          key={places.length + (places[0]?.[0] ?? 0)}
          places={places}
          width={width}
          delay={delay + index * (each + 0.12)}
          time={each}
        />
      ))}
    </svg>
  )
}
