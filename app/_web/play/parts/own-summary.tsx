'use client'

import { useTranslations } from 'next-intl'
import type { OwnResult } from '#game/protocol/http-answers'
import { InkPicture } from '../../ink/ink-picture'
import { inkColour } from '../../ink/palette'
import { FittedText } from '../../kit/fit/fitted-text'
import { bestLine } from './best-line'

type OwnSummaryProps = {
  /** Null as long as it is not known. */
  own: OwnResult | null
  colour: number
  rounds: number
  /** Who won, where the title says something else. */
  title: string | null
}

/** How one did: the best drawing, and the points against one's best. */
export function OwnSummary({ own, colour, rounds, title }: OwnSummaryProps) {
  const t = useTranslations('room.finished')
  const drawing = own?.drawing
  const line = own && bestLine(t, own, rounds)
  return (
    <div className="flex h-14 items-center justify-center gap-3">
      {drawing && drawing.inkText !== '' && (
        <span
          className="size-14 shrink-0 rounded-xl border border-line bg-card"
          style={{ color: inkColour(colour) }}
        >
          <InkPicture
            inkText={drawing.inkText}
            label={t('bestDrawing', { digit: String(drawing.prompt) })}
            className="size-full"
          />
        </span>
      )}
      <div className="grid min-w-0 grid-cols-1 leading-tight">
        {title && (
          <p className="flex min-w-0 font-display font-semibold text-lg">
            <FittedText text={title} />
          </p>
        )}
        {line && (
          <p className="flex min-w-0 text-base">
            <FittedText text={line} />
          </p>
        )}
      </div>
    </div>
  )
}
