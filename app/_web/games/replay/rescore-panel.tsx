'use client'

import { Scale } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type CheckedDrawing, isAgreed, rescoreGame, sumUp } from '#models/rescore-game'
import type { ReplayDrawing, ReplayRound } from '#server/store/games/find-replay'
import { loadJudgeOnce, NoWasmError } from '../../ink/judge/load-judge'
import { Button } from '../../kit/button'
import { classes } from '../../kit/classes'
import { Panel } from '../../kit/panel'
import { Spinner } from '../../kit/spinner'

type Checked = CheckedDrawing<ReplayDrawing>

type Progress =
  | { readonly name: 'idle' }
  | { readonly name: 'running'; readonly done: number }
  | { readonly name: 'done'; readonly checked: readonly Checked[] }
  | { readonly name: 'failed'; readonly reason: string }
  | { readonly name: 'unsupported' }

function Count({ text, same, of }: { text: string; same: number; of: number }) {
  return (
    <div className="min-w-24 flex-1 rounded-2xl bg-wash p-3 text-center">
      <dd className={classes('figures font-bold text-2xl', same === of ? 'text-good' : 'text-bad')}>
        <bdi dir="ltr">
          {same}/{of}
        </bdi>
      </dd>
      <dt className="text-base text-muted">{text}</dt>
    </div>
  )
}

/** Judges the whole game again in this browser: nothing the server says of it is believed. */
export function RescorePanel({ rounds }: { rounds: readonly ReplayRound[] }) {
  const t = useTranslations('replay.rescore')
  const common = useTranslations('common')
  const [progress, setProgress] = useState<Progress>({ name: 'idle' })

  async function run() {
    const checked: Checked[] = []
    setProgress({ name: 'running', done: 0 })
    try {
      for await (const one of rescoreGame(rounds, loadJudgeOnce)) {
        checked.push(one)
        setProgress({ name: 'running', done: checked.length })
      }
      setProgress({ name: 'done', checked })
    } catch (error) {
      if (error instanceof NoWasmError) return setProgress({ name: 'unsupported' })
      setProgress({ name: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  }

  const of = rounds.reduce((sum, { drawings }) => sum + drawings.length, 0)
  return (
    <Panel aria-labelledby="rescore">
      <h2 id="rescore" className="text-2xl">
        {t('title')}
      </h2>
      <p className="mt-1 max-w-prose text-muted">{t('text')}</p>
      <div className="mt-4" aria-live="polite">
        {progress.name === 'running' ? (
          <Spinner label={t('running', { done: progress.done, of })} isHinting={progress.done === 0} />
        ) : (
          <Button onClick={run} disabled={of === 0}>
            <Scale aria-hidden="true" />
            {progress.name === 'idle' ? t('start') : t('again')}
          </Button>
        )}
        {progress.name === 'unsupported' && <p className="mt-3 text-bad">{common('noWasm')}</p>}
        {progress.name === 'failed' && (
          <p className="mt-3 text-bad">{t('failed', { reason: progress.reason })}</p>
        )}
        {progress.name === 'done' && <Outcome checked={progress.checked} />}
      </div>
    </Panel>
  )
}

function Outcome({ checked }: { checked: readonly Checked[] }) {
  const t = useTranslations('replay.rescore')
  const agreement = sumUp(checked)
  const differing = checked.filter((one) => !isAgreed(sumUp([one])))
  return (
    <div className="mt-4 animate-rise">
      <p
        className={classes('font-display font-bold text-2xl', isAgreed(agreement) ? 'text-good' : 'text-bad')}
      >
        {isAgreed(agreement) ? t('agreed') : t('differs', { count: differing.length })}
      </p>
      <dl className="mt-3 flex max-w-xl flex-wrap gap-2">
        <Count text={t('guesses')} same={agreement.sameGuesses} of={agreement.guesses} />
        <Count text={t('locks')} same={agreement.sameLocks} of={agreement.drawings} />
        <Count text={t('points')} same={agreement.samePoints} of={agreement.drawings} />
      </dl>
      {differing.length > 0 && (
        <ul className="mt-3 grid gap-1 text-base">
          {differing.map(({ drawing, round, check }) => (
            <li key={drawing.id}>
              {t('difference', {
                round: round + 1,
                name: drawing.players.map(({ name }) => name).join(' + '),
                stored: drawing.points,
                again: check.again.points,
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
