'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { InkShape } from '../../ink/ink-shape'
import { Choice } from '../../kit/choice'
import { useSeconds } from '../../kit/i18n/use-numbers'
import { Panel } from '../../kit/panel'
import type { ChartedTurn, Competitor } from './turns'

const LockChart = dynamic(() => import('./lock-chart'), {
  ssr: false,
  loading: () => <Blank className="h-65" />,
})
const CurveChart = dynamic(() => import('./curve-chart'), {
  ssr: false,
  loading: () => <Blank className="h-60" />,
})

function Blank({ className }: { className: string }) {
  return <div className={`squared rounded-xl opacity-60 ${className}`} />
}

type ChartProps = { turns: readonly ChartedTurn[]; sides: readonly Competitor[] }
/** @property sides those with a line @property all everybody, who are read out */
type ChartsProps = ChartProps & { all: readonly Competitor[] }

/** How the game went: how soon everybody locked, and how each lock came about. */
export function Charts({ turns, sides, all }: ChartsProps) {
  const t = useTranslations('result')
  if (turns.length === 0) return null
  // Of old games the replay has the guesses made again.
  const isGuessedWhole = turns.every(({ drawings }) => drawings.every(({ curve }) => curve !== null))
  return (
    <>
      <Panel aria-labelledby="locks">
        <h2 id="locks" className="text-2xl">
          {t('locks')}
        </h2>
        <p className="mt-1 mb-3 text-muted">{t('locksHint')}</p>
        <div aria-hidden="true">
          <LockChart turns={turns} sides={sides} />
        </div>
        <Legend sides={sides} />
        <LockTable turns={turns} sides={all} />
      </Panel>
      {isGuessedWhole && <Curves turns={turns} sides={sides} />}
    </>
  )
}

function Curves({ turns, sides }: ChartProps) {
  const t = useTranslations('result')
  const [number, setNumber] = useState(1)
  const turn = turns.find((each) => each.number === number) ?? turns[0]
  if (!turn) return null
  return (
    <Panel aria-labelledby="curves">
      <h2 id="curves" className="text-2xl">
        {t('curves')}
      </h2>
      <p className="mt-1 mb-3 text-muted">{t('curvesHint')}</p>
      <Choice
        label={t('whichTurn')}
        value={String(turn.number)}
        onChange={(chosen) => setNumber(Number(chosen))}
        options={turns.map((each) => ({
          value: String(each.number),
          text: each.prompt,
          label: t('turn', { number: String(each.number), digit: String(each.prompt) }),
        }))}
        className="figures"
      />
      <div aria-hidden="true" className="mt-3">
        <CurveChart turn={turn} sides={sides} />
      </div>
    </Panel>
  )
}

function Legend({ sides }: { sides: readonly Competitor[] }) {
  return (
    <ul aria-hidden="true" className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
      {sides.map(({ key, name, colour }) => (
        <li key={key} className="flex min-w-0 items-center gap-2">
          <InkShape colour={colour} />
          <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** The chart in words, for who cannot see it. */
function LockTable({ turns, sides }: ChartProps) {
  const t = useTranslations('result')
  const seconds = useSeconds()
  return (
    // A table that is for ears alone is as wide as its text: what hides it is around it.
    <div className="sr-only">
      <table>
        <caption>{t('locks')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('digit')}</th>
            {sides.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {turns.map(({ number, prompt, drawings }) => (
            <tr key={number}>
              <th scope="row">{prompt}</th>
              {sides.map(({ key }) => {
                const lockMs = drawings.find(({ side }) => side === key)?.lockMs ?? null
                return <td key={key}>{lockMs === null ? t('never') : seconds(lockMs)}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
