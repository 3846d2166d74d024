import { strokeThrough } from '../../ink/logo/handwriting'
import { InkStroke } from '../../ink/logo/ink-stroke'

const strokes = [
  strokeThrough('4,74 30,60 58,80 84,58 92,36 80,26 70,40 84,60 104,62'),
  strokeThrough('142,52 164,44 186,62 214,46 236,50'),
]

/** A line with a gap: there is no network. */
export function TornLine() {
  return (
    <svg viewBox="-4 0 250 104" aria-hidden="true" className="h-28 w-auto max-w-full text-accent sm:h-36">
      {strokes.map((stroke, index) => (
        <InkStroke key={`${stroke[0]}`} points={stroke} width={10} delay={index * 0.7} time={0.6} />
      ))}
    </svg>
  )
}
