'use client'

import { Eraser, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useStore } from 'zustand'
import { surestDigitOf } from '#game/scoring/answer'
import { digitDrawnUnlike } from '#game/scoring/lock'
import type { Judge } from '#models/judge'
import { DrawingPad } from '../../ink/canvas/drawing-pad'
import { KeyboardPen } from '../../ink/canvas/keyboard-pen'
import { Explanation } from '../../ink/explain/explanation'
import { type Thought, thoughtOf } from '../../ink/thought/thought'
import { Answers } from '../../kit/answers'
import { Button } from '../../kit/button'
import { classes } from '../../kit/classes'
import { Panel } from '../../kit/panel'
import { Spinner } from '../../kit/spinner'
import { GoalList } from './goal-list'
import type { Practice } from './practice-store'
import { useJudge } from './use-judge'
import { useLiveGuesses, usePracticePad } from './use-practice-pad'

/** Draw freely, and watch the network think, in this browser alone. */
export function PracticeTable({ version }: { version: string }) {
  const t = useTranslations('practice')
  const common = useTranslations('common')
  const { practice, source, drawing, isBlank, toRoundMs, act } = usePracticePad()
  const [judge, retry] = useJudge(version)
  const guess = useStore(practice.store, (state) => state.guess)

  useLiveGuesses(practice, judge)

  const thought = guess && thoughtOf(guess)
  const unlike = guess && digitDrawnUnlike(guess, surestDigitOf(guess.thousandths).digit)
  const nameOf = (each: Thought) =>
    each.kind === 'digit' ? String(each.digit) : t(`oddities.${each.oddity}`)
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-4 sm:gap-y-5 lg:grid-cols-[min(56%,68dvh)_minmax(0,1fr)] landscape:max-lg:grid-cols-[min(50%,58dvh)_minmax(0,1fr)] landscape:max-lg:gap-x-6 landscape:max-lg:gap-y-2">
      <div className="lg:col-span-2 landscape:col-span-2">
        <h1 className="text-3xl sm:text-5xl landscape:max-lg:text-2xl">{t('title')}</h1>
        <p className="mt-1 text-lg text-muted max-sm:hidden landscape:max-lg:hidden">{t('intro')}</p>
      </div>
      <div className="mx-auto grid w-full max-w-[min(100%,68dvh)] grid-cols-1 content-start gap-3 lg:mx-0">
        <DrawingPad
          source={source}
          colour={6}
          label={t('pad')}
          drawing={drawing}
          isDrawable
          toRoundMs={toRoundMs}
          onInk={practice.draw}
          hint={isBlank ? t('drawHere') : undefined}
          className="border-ink"
        >
          <KeyboardPen
            colour={6}
            isDrawable
            toRoundMs={toRoundMs}
            onInk={practice.draw}
            onUndo={() => act('undo')}
          />
        </DrawingPad>
        <div className="relative flex flex-wrap gap-2">
          <Button size="small" className="flex-1" disabled={isBlank} onClick={() => act('undo')}>
            <Undo2 aria-hidden="true" className="rtl:-scale-x-100" />
            {t('undo')}
          </Button>
          <Button size="small" className="flex-1" disabled={isBlank} onClick={() => act('clear')}>
            <Eraser aria-hidden="true" />
            {t('clear')}
          </Button>
        </div>
      </div>
      <Panel className="@container grid grid-cols-1 content-start gap-6">
        {judge === 'loading' && <Spinner label={t('loading')} />}
        {judge === 'unsupported' && <p role="alert">{common('noWasm')}</p>}
        {judge === 'failed' && (
          <div role="alert" className="grid justify-items-start gap-2">
            <h2 className="text-2xl">{t('failed')}</h2>
            <p className="text-muted">{t('failedHint')}</p>
            <Button size="small" onClick={retry}>
              {t('retry')}
            </Button>
          </div>
        )}
        {typeof judge !== 'string' && (
          <>
            {/* On a phone side by side, so that pad and answers are seen at once. */}
            <div className="grid grid-cols-1 items-end gap-4 @3xs:grid-cols-[min(6.5rem,40%)_minmax(0,1fr)] lg:grid-cols-1! lg:gap-6">
              <div className="self-start">
                <h2 className="font-medium font-text text-base text-muted tracking-normal">{t('sees')}</h2>
                <p
                  aria-live="polite"
                  key={thought?.kind === 'digit' ? thought.digit : thought?.oddity}
                  className="mt-1 flex min-h-22 items-center break-words font-display font-extrabold leading-none"
                >
                  {thought === null && (
                    <span className="font-semibold text-muted text-xl lg:text-2xl">{t('nothing')}</span>
                  )}
                  {thought && (
                    <span
                      data-sure={thought.isSure}
                      className={classes(
                        'data-[sure=false]:text-muted',
                        thought.kind === 'digit'
                          ? 'figures text-7xl text-accent lg:text-8xl'
                          : 'text-xl lg:text-4xl',
                      )}
                    >
                      {thought.isSure
                        ? nameOf(thought)
                        : common('answers.unsure', { guess: nameOf(thought) })}
                    </span>
                  )}
                </p>
              </div>
              <div>
                <Answers thousandths={guess?.thousandths} />
                <p aria-live="polite" className="mt-2 min-h-12 text-base text-muted">
                  {unlike !== null && t('unlike', { digit: String(unlike) })}
                </p>
              </div>
            </div>
            <GoalList practice={practice} />
            <PracticeExplained practice={practice} judge={judge} />
          </>
        )}
      </Panel>
    </div>
  )
}

function PracticeExplained({ practice, judge }: { practice: Practice; judge: Judge }) {
  const strokes = useStore(practice.store, ({ seen }) => seen.strokes)
  const loadJudge = useCallback(async () => judge, [judge])
  return <Explanation strokes={strokes} loadJudge={loadJudge} />
}
