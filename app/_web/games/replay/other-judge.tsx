'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isOtherOutcome, judgeRounds, storedOutcome } from '#models/judge-rounds'
import type { ReplayDrawing, ReplayRound } from '#server/store/games/find-replay'
import { loadJudgeOnce, NoWasmError } from '../../ink/judge/load-judge'
import { type Judged, OutcomeText } from '../../ink/judge/outcome-text'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { Panel } from '../../kit/panel'
import { Spinner } from '../../kit/spinner'

type Compared = Judged<ReplayDrawing> & { readonly round: ReplayRound }

type Progress =
  | { readonly name: 'idle' }
  | { readonly name: 'running'; readonly version: string; readonly done: number }
  | { readonly name: 'done'; readonly version: string; readonly compared: readonly Compared[] }
  | { readonly name: 'failed'; readonly reason: string }
  | { readonly name: 'unsupported' }

type OtherJudgeProps = { rounds: readonly ReplayRound[]; versions: readonly string[] }

/** [F23] What another version would have said of this game, asked in this browser. Nothing of the result changes. */
export function OtherJudge({ rounds, versions }: OtherJudgeProps) {
  const t = useTranslations('replay.otherJudge')
  const common = useTranslations('common')
  const [progress, setProgress] = useState<Progress>({ name: 'idle' })
  // Where people voted, no judge decided.
  const judged = rounds.map((round) => ({ ...round, drawings: round.drawings.filter(({ votes }) => !votes) }))
  const of = judged.reduce((sum, { drawings }) => sum + drawings.length, 0)

  async function ask(version: string) {
    setProgress({ name: 'running', version, done: 0 })
    try {
      const judge = await loadJudgeOnce(version)
      const compared: Compared[] = []
      for (const round of judged) {
        for (const { drawing, outcome } of judgeRounds([round], judge))
          compared.push({ drawing, round, before: storedOutcome(drawing), after: outcome })
        setProgress({ name: 'running', version, done: compared.length })
        // The page is painted and answers in between.
        await new Promise((resolve) => setTimeout(resolve))
      }
      setProgress({ name: 'done', version, compared })
    } catch (error) {
      if (error instanceof NoWasmError) return setProgress({ name: 'unsupported' })
      setProgress({ name: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  }

  return (
    <Panel aria-labelledby="other-judge">
      <h2 id="other-judge" className="text-2xl">
        {t('title')}
      </h2>
      <p className="mt-1 max-w-prose text-muted">{t('text')}</p>
      <div className="mt-4" aria-live="polite">
        {progress.name === 'running' ? (
          <Spinner label={t('running', { done: progress.done, of })} isHinting={progress.done === 0} />
        ) : (
          <div className="flex flex-wrap gap-2">
            {versions.map((version) => (
              <Button key={version} size="small" onClick={() => ask(version)} disabled={of === 0}>
                {t('ask', { version })}
              </Button>
            ))}
          </div>
        )}
        {progress.name === 'unsupported' && <p className="mt-3 text-bad">{common('noWasm')}</p>}
        {progress.name === 'failed' && (
          <p className="mt-3 text-bad">{t('failed', { reason: progress.reason })}</p>
        )}
        {progress.name === 'done' && <Found {...progress} />}
      </div>
      <Link href="/models" className="mt-4 inline-flex min-h-11 items-center underline underline-offset-4">
        {t('all')}
      </Link>
    </Panel>
  )
}

function Found({ version, compared }: { version: string; compared: readonly Compared[] }) {
  const t = useTranslations('replay.otherJudge')
  const changed = compared.filter(({ before, after }) => isOtherOutcome(before, after))
  return (
    <div className="mt-4 animate-rise">
      <p className="font-display font-bold text-xl">
        {t('changed', { changed: changed.length, of: compared.length })}
      </p>
      <ul className="mt-2 grid gap-3">
        {changed.map(({ drawing, round, before, after }) => (
          <li key={drawing.id} className="border-line border-t pt-2 text-base">
            <p className="font-semibold">
              {t('drawing', {
                round: round.index + 1,
                name: drawing.players.map(({ name }) => name).join(' + '),
                prompt: drawing.prompt,
              })}
            </p>
            <OutcomeText version={round.judge.version} outcome={before} />
            <OutcomeText version={version} outcome={after} />
          </li>
        ))}
      </ul>
    </div>
  )
}
