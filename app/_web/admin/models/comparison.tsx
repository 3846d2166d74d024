'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isOtherOutcome, judgeRounds } from '#models/judge-rounds'
import type { RecentDrawing, RecentRound } from '#server/store/games/list-recent-rounds'
import { InkPicture } from '../../ink/ink-picture'
import { loadJudgeOnce, NoWasmError } from '../../ink/judge/load-judge'
import { type Judged, OutcomeText } from '../../ink/judge/outcome-text'
import { inkColour } from '../../ink/palette'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { Spinner } from '../../kit/spinner'

type Compared = Judged<RecentDrawing> & { readonly round: RecentRound }

type Progress =
  | { readonly name: 'idle' }
  | { readonly name: 'running'; readonly done: number }
  | { readonly name: 'done'; readonly compared: readonly Compared[] }
  | { readonly name: 'failed'; readonly reason: string }
  | { readonly name: 'unsupported' }

type ComparisonProps = { rounds: readonly RecentRound[]; one: string; other: string }

/** [F23] What two versions make of the last rounds, judged here in the browser as the server judges. */
export function Comparison({ rounds, one, other }: ComparisonProps) {
  const t = useTranslations('admin.models.compare')
  const common = useTranslations('common')
  const [progress, setProgress] = useState<Progress>({ name: 'idle' })
  const of = rounds.reduce((sum, { drawings }) => sum + drawings.length, 0)

  async function run() {
    setProgress({ name: 'running', done: 0 })
    try {
      const [before, after] = await Promise.all([loadJudgeOnce(one), loadJudgeOnce(other)])
      const compared: Compared[] = []
      for (const round of rounds) {
        const outcomes = [before, after].map((judge) => [...judgeRounds([round], judge)])
        round.drawings.forEach((drawing, index) => {
          const [first, second] = outcomes.map((all) => all[index]?.outcome)
          if (first && second) compared.push({ drawing, round, before: first, after: second })
        })
        setProgress({ name: 'running', done: compared.length })
        // The page is painted and answers in between.
        await new Promise((resolve) => setTimeout(resolve))
      }
      setProgress({ name: 'done', compared })
    } catch (error) {
      if (error instanceof NoWasmError) return setProgress({ name: 'unsupported' })
      setProgress({ name: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  }

  return (
    <div className="mt-4" aria-live="polite">
      {progress.name === 'running' ? (
        <Spinner label={t('running', { done: progress.done, of })} isHinting={progress.done === 0} />
      ) : (
        <Button onClick={run} disabled={of === 0}>
          {t('start', { count: of })}
        </Button>
      )}
      {progress.name === 'unsupported' && <p className="mt-3 text-bad">{common('noWasm')}</p>}
      {progress.name === 'failed' && (
        <p className="mt-3 text-bad">{t('failed', { reason: progress.reason })}</p>
      )}
      {progress.name === 'done' && <Found compared={progress.compared} one={one} other={other} />}
    </div>
  )
}

function Found({ compared, one, other }: { compared: readonly Compared[]; one: string; other: string }) {
  const t = useTranslations('admin.models.compare')
  const changed = compared.filter(({ before, after }) => isOtherOutcome(before, after))
  const locks = (side: 'before' | 'after') => compared.filter((each) => each[side].lockAtMs !== null).length
  const points = (side: 'before' | 'after') => compared.reduce((sum, each) => sum + each[side].points, 0)
  return (
    <div className="mt-4 animate-rise">
      <p className="font-display font-bold text-2xl">
        {t('changed', { changed: changed.length, of: compared.length })}
      </p>
      <ul className="mt-1">
        {(
          [
            ['before', one],
            ['after', other],
          ] as const
        ).map(([side, version]) => (
          <li key={side}>{t('sum', { version, locks: locks(side), points: points(side) })}</li>
        ))}
      </ul>
      <ul className="mt-4 grid grid-cols-1 gap-3 md:grid-cols-2">
        {changed.map(({ drawing, round, before, after }) => (
          <li key={drawing.id} className="flex gap-3 rounded-2xl border border-line p-3">
            <div className="w-24 shrink-0" style={{ color: inkColour(drawing.colour) }}>
              <InkPicture
                inkText={drawing.ink}
                label={t('drawing', { prompt: drawing.prompt })}
                className="squared aspect-square w-full rounded-lg border border-line [--square:20%]"
              />
            </div>
            <div className="min-w-0 text-base">
              <p className="font-semibold">{t('asked', { prompt: drawing.prompt })}</p>
              <OutcomeText version={one} outcome={before} />
              <OutcomeText version={other} outcome={after} />
              <Link href={`/replay/${round.gameId}`} className="underline">
                {t('replay', { round: round.index + 1 })}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
