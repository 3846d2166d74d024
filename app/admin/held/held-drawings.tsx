import { useTranslations } from 'next-intl'
import type { HeldDrawing, HeldResult } from '#server/store/list-held'
import { inkColour } from '../../ink/palette'
import { InkPicture } from '../../ui/ink-picture'

/** A rush may have two hundred; the replay shows all. */
const mostDrawings = 8

/** The drawings of a held result, each with what it took. */
export function HeldDrawings({ result: { name, colour, drawings } }: { result: HeldResult }) {
  const words = useTranslations('admin.held')
  const more = drawings.length - mostDrawings
  return (
    <>
      <ul className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4">
        {drawings.slice(0, mostDrawings).map((drawing) => (
          <li key={drawing.id} style={{ color: inkColour(colour) }}>
            <InkPicture
              ink={drawing.ink}
              label={words('drawing', { prompt: drawing.prompt, name })}
              className="squared aspect-square w-full rounded-lg border border-line [--square:20%]"
            />
            <Figures drawing={drawing} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-2 text-base text-muted">{words('more', { count: more })}</p>}
    </>
  )
}

function Figures({ drawing: { measures, lagCreditMs } }: { drawing: HeldDrawing }) {
  const words = useTranslations('admin.held.figures')
  if (!measures) return <p className="mt-1 text-muted text-sm">{words('notLocked')}</p>
  const { reactionMs, lockMs, writingMs, points, batches } = measures
  // A credit for lag may reach back to before the prompt.
  const whole = (ms: number) => Math.max(0, Math.round(ms))
  return (
    <ul className="figures mt-1 text-ink text-sm leading-snug">
      <li>{words('first', { ms: whole(reactionMs) })}</li>
      <li>{words('locked', { ms: whole(lockMs) })}</li>
      <li>{words('written', { ms: whole(writingMs) })}</li>
      <li>{words('arrived', { points, batches })}</li>
      {lagCreditMs >= 1 && <li>{words('credit', { ms: Math.round(lagCreditMs) })}</li>}
    </ul>
  )
}
