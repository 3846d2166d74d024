'use client'

import { Bot } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { answerOf } from '#game/scoring/answer'
import { FittedText } from '../../kit/fit/fitted-text'
import type { RoomState } from '../room-client/room-state'
import { useRoom } from '../room-client/use-room'

/** The judge's probability of the drawer's digit, which should stay low, and in words whether the judge is fooled [S17]. */
export function FoolMeter({ canvas }: { canvas: number }) {
  const t = useTranslations('room.drawing')
  const format = useFormatter()
  const word = useRoom(({ canvases }) => wordOf(canvases[canvas]))
  const prompt = useRoom(({ canvases }) => canvases[canvas]?.prompt ?? null)
  const percent = useRoom(({ canvases }) => {
    const live = canvases[canvas]
    return live?.guess ? Math.round(100 * shareOf(live)) : null
  })

  return (
    <div className="relative flex min-w-0 items-center gap-2">
      <Bot aria-hidden="true" className="size-6 shrink-0" />
      {/* biome-ignore lint/a11y/useSemanticElements: a <meter> lays itself out anew with each value. */}
      <div
        role="meter"
        aria-label={t('reads', { digit: String(prompt ?? '') })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? 0}
        dir="ltr"
        className="relative h-8 flex-1 overflow-hidden rounded-full border border-line bg-wash"
      >
        <div
          style={{ transform: `scaleX(${(percent ?? 0) / 100})` }}
          className="absolute inset-0 origin-left bg-bad/25 transition-transform duration-90 ease-linear"
        />
        <span
          aria-hidden="true"
          data-word={word}
          className="figures absolute inset-0 flex items-center justify-center px-2 text-center font-bold text-base data-[word=isFooled]:text-good data-[word=isRead]:text-ink data-[word=nothingYet]:text-muted"
        >
          <FittedText
            text={
              percent === null ? t(word) : `${t(word)} ${format.number(percent / 100, { style: 'percent' })}`
            }
          />
        </span>
      </div>
    </div>
  )
}

type Read = Pick<RoomState['canvases'][number], 'guess' | 'prompt'>

/** The judge's probability of the drawer's digit, from 0 to 1. */
function shareOf({ guess, prompt }: Read): number {
  return (guess?.thousandths[prompt ?? -1] ?? 0) / 1000
}

function wordOf(live: Read | undefined): 'nothingYet' | 'isRead' | 'isFooled' {
  if (!live?.guess) return 'nothingYet'
  return answerOf(live.guess.thousandths) === live.prompt ? 'isRead' : 'isFooled'
}
