'use client'

import { Eraser } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Judge } from '#models/judge'
import { DrawingPad } from '../../ink/canvas/drawing-pad'
import { KeyboardPen } from '../../ink/canvas/keyboard-pen'
import { loadJudgeOnce, NoWasmError } from '../../ink/judge/load-judge'
import { thoughtOf } from '../../ink/thought/thought'
import { Button } from '../../kit/button'
import { FittedText } from '../../kit/fit/fitted-text'
import type { Practice } from './practice-store'
import { useLiveGuesses, usePracticePad } from './use-practice-pad'

type JudgeState = Judge | 'asleep' | 'waking' | 'failed' | 'noWasm'

const ink = 6

/** The front page's pad: it answers as a race does. The network is fetched with the first stroke, so that visitors who do not draw do not pay for it. */
export function HomePad({ version }: { version: string }) {
  const t = useTranslations('home.pad')
  const { practice, source, drawing, isBlank, toRoundMs, act } = usePracticePad()
  const [judge, setJudge] = useState<JudgeState>('asleep')

  useEffect(() => {
    if (isBlank || judge !== 'asleep') return
    setJudge('waking')
    loadJudgeOnce(version).then(setJudge, (error) =>
      setJudge(error instanceof NoWasmError ? 'noWasm' : 'failed'),
    )
  }, [isBlank, judge, version])

  useLiveGuesses(practice, judge)

  const isSilent = judge === 'noWasm' || judge === 'failed'
  return (
    <section
      aria-label={t('title')}
      className="mx-auto grid w-full max-w-[min(100%,26rem,40dvh)] grid-cols-1 gap-2 sm:max-w-[min(100%,26rem,56dvh)] sm:gap-3"
    >
      <p
        aria-hidden="true"
        className="flex h-[1.6em] items-center justify-center text-center font-display font-bold text-lg leading-tight sm:text-2xl"
      >
        <FittedText text={t('title')} />
      </p>
      <DrawingPad
        source={source}
        colour={ink}
        label={t('label')}
        drawing={drawing}
        isDrawable
        toRoundMs={toRoundMs}
        onInk={practice.draw}
        hint={isBlank ? t('hint') : undefined}
        className="border-ink"
      >
        <KeyboardPen
          colour={ink}
          isDrawable
          toRoundMs={toRoundMs}
          onInk={practice.draw}
          onUndo={() => act('undo')}
        />
        {isSilent && !isBlank && (
          <p
            role="alert"
            className="pointer-events-none absolute inset-x-3 bottom-3 rounded-xl border border-line bg-card/90 px-3 py-2 text-base leading-tight"
          >
            {t(judge)}
          </p>
        )}
      </DrawingPad>
      {/* Beside large letters the button has no place: then the answer has a line of its own. */}
      <div className="relative flex flex-wrap items-center justify-end gap-x-3">
        <p
          role="status"
          className="flex min-h-11 min-w-0 flex-1 basis-20 flex-wrap content-center items-center gap-x-2 leading-none"
        >
          {judge === 'waking' && <FittedText text={t('waking')} className="text-muted" />}
          {typeof judge !== 'string' && <Answer practice={practice} />}
        </p>
        <Button size="small" disabled={isBlank} onClick={() => act('clear')}>
          <Eraser aria-hidden="true" />
          {t('clear')}
        </Button>
      </div>
    </section>
  )
}

function Answer({ practice }: { practice: Practice }) {
  const t = useTranslations('home.pad')
  const answers = useTranslations('common.answers')
  const guess = useStore(practice.store, (state) => state.guess)
  const thought = guess && thoughtOf(guess)
  const seen =
    thought === null
      ? t('nothing')
      : thought.kind === 'digit'
        ? t('digit', { digit: String(thought.digit) })
        : t('noDigit')
  const isSure = thought === null || thought.isSure
  return (
    <>
      <span className="shrink-0 text-muted">{t('sees')}</span>{' '}
      <span
        data-sure={isSure && thought?.kind === 'digit'}
        className="flex h-7 min-w-0 flex-1 basis-20 items-center font-bold font-display text-2xl data-[sure=true]:text-accent"
      >
        <FittedText text={isSure ? seen : answers('unsure', { guess: seen })} />
      </span>
    </>
  )
}
