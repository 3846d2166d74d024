import { useTranslations } from 'next-intl'
import type { HeldDrawing, HeldResult } from '#server/store/moderation/list-held'
import { InkPicture } from '../../ink/ink-picture'
import { inkColour } from '../../ink/palette'

/** A rush may have two hundred; the replay shows all. */
const mostDrawings = 8

/** The drawings of a held result, each with what it took. */
export function HeldDrawings({ result: { name, colour, drawings } }: { result: HeldResult }) {
  const t = useTranslations('admin.held')
  const more = drawings.length - mostDrawings
  return (
    <>
      <ul className="mt-3 grid columns-of-32 gap-3">
        {drawings.slice(0, mostDrawings).map((drawing) => (
          <li key={drawing.id} style={{ color: inkColour(colour) }}>
            <InkPicture
              inkText={drawing.ink}
              label={t('drawing', { prompt: drawing.prompt, name })}
              className="squared aspect-square w-full rounded-lg border border-line [--square:20%]"
            />
            <Figures drawing={drawing} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-2 text-base text-muted">{t('more', { count: more })}</p>}
    </>
  )
}

function Figures({ drawing: { measures, lagCreditMs } }: { drawing: HeldDrawing }) {
  const t = useTranslations('admin.held.figures')
  if (!measures) return <p className="mt-1 text-muted text-sm">{t('notLocked')}</p>
  const { reactionMs, lockMs, writingMs, points, batches } = measures
  // A credit for lag may reach back to before the prompt.
  const whole = (ms: number) => Math.max(0, Math.round(ms))
  return (
    <ul className="figures mt-1 text-ink text-sm leading-snug">
      <li>{t('first', { ms: whole(reactionMs) })}</li>
      <li>{t('locked', { ms: whole(lockMs) })}</li>
      <li>{t('written', { ms: whole(writingMs) })}</li>
      <li>{t('arrived', { points, batches })}</li>
      {lagCreditMs >= 1 && <li>{t('credit', { ms: Math.round(lagCreditMs) })}</li>}
    </ul>
  )
}
