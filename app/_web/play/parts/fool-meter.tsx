'use client'

import { Bot } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { answerOf } from '#game/scoring/answer'
import { usePainted } from '../room-client/use-room'

/** How surely the judge reads what it should not: the shorter, the better. It says in words whether it is fooled [S17]. */
export function FoolMeter({ canvas }: { canvas: number }) {
  const t = useTranslations('room.drawing')
  const format = useFormatter()
  const meterRef = useRef<HTMLMeterElement>(null)
  const fillRef = useRef<HTMLDivElement>(null)
  const wordRef = useRef<HTMLSpanElement>(null)

  usePainted(
    ({ canvases }) => canvases[canvas],
    (live) => {
      if (!meterRef.current || !fillRef.current || !wordRef.current || !live || live.prompt === null) return
      const thousandths = live.guess?.thousandths ?? []
      const share = (thousandths[live.prompt] ?? 0) / 1000
      const isRead = live.guess !== null && answerOf(thousandths) === live.prompt
      meterRef.current.value = Math.round(100 * share)
      meterRef.current.ariaLabel = t('reads', { digit: String(live.prompt) })
      fillRef.current.style.transform = `scaleX(${share})`
      const word = live.guess === null ? 'nothingYet' : isRead ? 'isRead' : 'isFooled'
      wordRef.current.dataset.word = word
      wordRef.current.textContent = `${t(word)}${live.guess ? ` ${format.number(share, { style: 'percent', maximumFractionDigits: 0 })}` : ''}`
    },
  )

  return (
    <div className="relative flex min-w-0 items-center gap-2">
      <meter ref={meterRef} min={0} max={100} value={0} className="sr-only" />
      <Bot aria-hidden="true" className="size-6 shrink-0" />
      <div
        aria-hidden="true"
        dir="ltr"
        className="relative h-8 flex-1 overflow-hidden rounded-full border border-line bg-wash"
      >
        <div
          ref={fillRef}
          style={{ transform: 'scaleX(0)' }}
          className="absolute inset-0 origin-left bg-bad/35 transition-transform duration-90 ease-linear"
        />
        <span
          ref={wordRef}
          dir="auto"
          className="figures absolute inset-0 grid place-items-center whitespace-nowrap font-bold text-base leading-none data-[word=isFooled]:text-good data-[word=isRead]:text-bad data-[word=nothingYet]:text-muted"
        />
      </div>
    </div>
  )
}
