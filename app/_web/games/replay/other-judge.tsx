'use client'

import { useTranslations } from 'next-intl'
import { isOtherOutcome, judgeRounds, storedOutcome } from '#models/judge-rounds'
import type { ReplayDrawing, ReplayRound } from '#server/store/games/find-replay'
import { loadJudgeOnce } from '../../ink/judge/load-judge'
import { type Judged, OutcomeText } from '../../ink/judge/outcome-text'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { JudgingPanel } from './judging-panel'
import { useJudging } from './use-judging'

type Compared = Judged<ReplayDrawing> & { readonly round: ReplayRound }

type Comparison = { readonly version: string; readonly compared: readonly Compared[] }

type OtherJudgeProps = { rounds: readonly ReplayRound[]; versions: readonly string[] }

/** [F23] What another version would have said of this game, asked in this browser. Nothing of the result changes. */
export function OtherJudge({ rounds, versions }: OtherJudgeProps) {
  const t = useTranslations('replay.otherJudge')
  const [judging, judge] = useJudging<Comparison>()
  // Where people voted, no judge decided.
  const judged = rounds.map((round) => ({ ...round, drawings: round.drawings.filter(({ votes }) => !votes) }))
  const of = judged.reduce((sum, { drawings }) => sum + drawings.length, 0)

  const ask = (version: string) =>
    judge(async (tell) => {
      const asked = await loadJudgeOnce(version)
      const compared: Compared[] = []
      for (const round of judged) {
        for (const { drawing, outcome } of judgeRounds([round], asked))
          compared.push({ drawing, round, before: storedOutcome(drawing), after: outcome })
        tell(compared.length)
        // The page is painted and answers in between.
        await new Promise((resolve) => setTimeout(resolve))
      }
      return { version, compared }
    })

  return (
    <JudgingPanel
      name="otherJudge"
      judging={judging}
      of={of}
      buttons={
        <div className="flex flex-wrap gap-2">
          {versions.map((version) => (
            <Button key={version} size="small" onClick={() => ask(version)} disabled={of === 0}>
              {t('ask', { version })}
            </Button>
          ))}
        </div>
      }
      outcome={(found) => <Found {...found} />}
    >
      <Link href="/models" className="mt-4 inline-flex min-h-11 items-center underline underline-offset-4">
        {t('all')}
      </Link>
    </JudgingPanel>
  )
}

function Found({ version, compared }: Comparison) {
  const t = useTranslations('replay.otherJudge')
  const changed = compared.filter(({ before, after }) => isOtherOutcome(before, after))
  return (
    <div className="mt-4 animate-rise">
      <p className="font-display font-bold text-xl">
        {t('changed', { changed: changed.length, of: compared.length })}
      </p>
      <ul className="mt-2 grid grid-cols-1 gap-3">
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
