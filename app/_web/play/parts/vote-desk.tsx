'use client'

import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Direction } from 'radix-ui'
import { useEffect, useEffectEvent, useState } from 'react'
import { digits, notADigit } from '#game/protocol/constants'
import { InkPicture } from '../../ink/ink-picture'
import { Button } from '../../kit/button'
import { FittedText } from '../../kit/fit/fitted-text'
import { IconButton } from '../../kit/icon-button'
import { useIsPaused } from '../room-client/use-room'
import { PaperTiles } from './paper-tiles'
import { useKeptFocus } from './phase-title'
import { useRequest } from './use-request'

type Entry = { readonly paper: number; readonly isAnswered: boolean }

type VoteDeskProps = { round: number; entries: readonly Entry[]; papers: readonly { inkText: string }[] }

/** What a key stands for: its digit, nothing that can be read, or one drawing back; null for all others. */
function readKey(key: string): number | 'back' | null {
  if (/^\d$/.test(key)) return Number(key)
  if (key === 'Backspace' || key === 'ArrowLeft') return 'back'
  return key === '-' || key === '?' ? notADigit : null
}

/** [R30] One drawing after the other, each with one tap or one key; the next one is there before the last is counted. */
export function VoteDesk({ round, entries, papers }: VoteDeskProps) {
  const t = useTranslations('room.voting')
  const request = useRequest()
  const direction = Direction.useDirection()
  const isPaused = useIsPaused()
  /** The answers given on this page. Of answers from before a reload the server tells only that there are some. */
  const [labels, setLabels] = useState<ReadonlyMap<number, number>>(new Map())
  const firstOpen = entries.findIndex(({ isAnswered }, at) => !isAnswered && !labels.has(at))
  const [chosen, setChosen] = useState<number | null>(null)
  const at = chosen ?? (firstOpen < 0 ? null : firstOpen)

  async function give(entry: number, label: number) {
    if (isPaused) return
    setLabels((before) => new Map(before).set(entry, label))
    setChosen(null)
    const { ok } = await request('vote:cast', { round, entry, label })
    if (!ok) setLabels((before) => new Map([...before].filter(([each]) => each !== entry)))
  }
  const back = at === null ? entries.length - 1 : at - 1

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (document.querySelector('[role=dialog]')) return
    const meaning = readKey(event.key)
    if (meaning === null) return
    event.preventDefault()
    if (meaning === 'back') setChosen(Math.max(0, back))
    else if (at !== null) void give(at, meaning)
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  if (at === null) return <Voted onBack={() => setChosen(back)} />
  const count = entries.length
  const given = labels.get(at)
  return (
    <div className="vote">
      <div className="vote-paper @container-[size] grid place-items-center">
        <div
          key={at}
          className="squared relative size-[min(100cqw,100cqh)] animate-[pop_0.18s_var(--ease-pen)] overflow-hidden rounded-2xl border-2 border-ink bg-card [--square:12.5%]"
        >
          <InkPicture
            inkText={papers[entries[at]?.paper ?? -1]?.inkText ?? ''}
            label={t('paper', { at: at + 1, count })}
            className="absolute inset-0"
          />
        </div>
      </div>
      {/* A keypad goes from left to right in every language. */}
      <fieldset className="vote-keys" dir="ltr" aria-label={t('title')}>
        <div className="col-span-5 flex h-11 items-center gap-2" dir={direction}>
          <IconButton label={t('back')} disabled={at === 0} onClick={() => setChosen(back)}>
            <ArrowLeft className="rtl:-scale-x-100" />
          </IconButton>
          <p role="status" className="figures flex min-w-0 flex-1 font-display font-semibold text-lg">
            <FittedText text={t('paper', { at: at + 1, count })} />
          </p>
        </div>
        {digits.map((digit) => (
          <Button
            key={digit}
            aria-pressed={given === digit}
            aria-keyshortcuts={String(digit)}
            className="figures h-full min-h-11! min-w-0 px-0! font-extrabold text-3xl aria-pressed:bg-ink aria-pressed:text-paper"
            onClick={() => void give(at, digit)}
          >
            {digit}
          </Button>
        ))}
        <Button
          size="small"
          aria-pressed={given === notADigit}
          aria-keyshortcuts="-"
          className="col-span-5 h-11 min-w-0 px-2! aria-pressed:bg-ink aria-pressed:text-paper"
          onClick={() => void give(at, notADigit)}
        >
          <FittedText text={t('none')} />
        </Button>
      </fieldset>
    </div>
  )
}

/** All answers are given; they may be changed while others still vote. */
function Voted({ onBack }: { onBack: () => void }) {
  const t = useTranslations('room.voting')
  const ref = useKeptFocus<HTMLParagraphElement>()
  return (
    <div className="grid h-full grid-rows-[auto_minmax(0,1fr)] gap-2">
      <div className="flex min-w-0 items-center gap-2">
        <IconButton label={t('back')} onClick={onBack}>
          <ArrowLeft className="rtl:-scale-x-100" />
        </IconButton>
        <p
          ref={ref}
          role="status"
          tabIndex={-1}
          className="keeps-focus flex min-w-0 flex-1 font-display font-semibold text-lg"
        >
          <FittedText text={t('waiting')} />
        </p>
      </div>
      <PaperTiles />
    </div>
  )
}
