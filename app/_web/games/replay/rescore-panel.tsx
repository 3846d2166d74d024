'use client'

import { Scale } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type CheckedDrawing, isAgreed, rescoreGame, sumUp } from '#models/rescore-game'
import type { ReplayDrawing, ReplayRound } from '#server/store/games/find-replay'
import { loadJudgeOnce } from '../../ink/judge/load-judge'
import { Button } from '../../kit/button'
import { classes } from '../../kit/classes'
import { JudgingPanel } from './judging-panel'
import { useJudging } from './use-judging'

type Checked = CheckedDrawing<ReplayDrawing>

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
  const [judging, judge] = useJudging<readonly Checked[]>()

  const run = () =>
    judge(async (tell) => {
      const checked: Checked[] = []
      for await (const one of rescoreGame(rounds, loadJudgeOnce)) tell(checked.push(one))
      return checked
    })

  const of = rounds.reduce((sum, { drawings }) => sum + drawings.length, 0)
  return (
    <JudgingPanel
      name="rescore"
      judging={judging}
      of={of}
      buttons={
        <Button onClick={run} disabled={of === 0}>
          <Scale aria-hidden="true" />
          {judging.name === 'idle' ? t('start') : t('again')}
        </Button>
      }
      outcome={(checked) => <Outcome checked={checked} />}
    />
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
        <ul className="mt-3 grid grid-cols-1 gap-1 text-base">
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
