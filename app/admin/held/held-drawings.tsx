import { useTranslations } from 'next-intl'
import type { HeldDrawing, HeldResult } from '#server/store/list-held'
import { inkColour } from '../../ink/palette'
import { InkPicture } from '../../ui/ink-picture'
import { figuresOf } from './figures'

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

function Figures({ drawing }: { drawing: HeldDrawing }) {
  const words = useTranslations('admin.held.figures')
  const figures = figuresOf(drawing)
  if (!figures) return null
  const { firstMs, arrivedMs, drawnMs, points, pieces } = figures
  const { lockAtMs, lagCreditMs } = drawing
  return (
    <ul className="figures mt-1 text-ink text-sm leading-snug">
      <li>{words('first', { ms: firstMs })}</li>
      <li>{words('arrived', { points, pieces, ms: arrivedMs })}</li>
      <li>{words('drawn', { ms: drawnMs })}</li>
      <li>{lockAtMs === null ? words('notLocked') : words('locked', { ms: lockAtMs })}</li>
      {lagCreditMs > 0 && <li>{words('credit', { ms: Math.round(lagCreditMs) })}</li>}
    </ul>
  )
}
