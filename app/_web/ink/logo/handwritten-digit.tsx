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
      {strokes.map((points, index) => (
        <InkStroke
          key={points.length + (points[0]?.[0] ?? 0)}
          points={points}
          width={width}
          delay={delay + index * (each + 0.12)}
          time={each}
        />
      ))}
    </svg>
  )
}

/** Digits that are written one after the other. */
export function HandwrittenNumber({ digits }: { digits: readonly number[] }) {
  return (
    <span className="flex text-accent" dir="ltr">
      {digits.map((digit, index) => (
        <HandwrittenDigit
          // biome-ignore lint/suspicious/noArrayIndexKey: a number does not change, and may hold a digit twice.
          key={index}
          digit={digit}
          delay={index * 0.8}
          time={0.6}
          className="h-28 min-w-0 sm:h-36"
        />
      ))}
    </span>
  )
}
