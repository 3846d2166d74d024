'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { causeOf } from '#models/training/runs/run-cause'
import type { RunNow } from '#models/training/runs/run-schema'
import { ChartBox } from '../../kit/chart-box'
import { axisStyle, gridStyle, lineTooltip } from '../../kit/chart-style'
import { Panel } from '../../kit/panel'
import { useRuns } from './use-runs'

const mostShown = 5

/** [F22] The training runs of this server's data folder as they go on. */
export function TrainingRuns({ first }: { first: readonly RunNow[] }) {
  const t = useTranslations('admin.models.runs')
  const { runs, isAway } = useRuns(first)
  return (
    <Panel aria-labelledby="runs">
      <h2 id="runs" className="text-2xl">
        {t('heading')}
      </h2>
      <p role="status" className="text-bad empty:hidden">
        {isAway && t('away')}
      </p>
      {runs.length === 0 ? (
        <p className="mt-1 max-w-prose text-muted">{t('none')}</p>
      ) : (
        <ul className="mt-3 grid gap-5">
          {runs.slice(0, mostShown).map((run) => (
            <Run key={run.id} run={run} />
          ))}
        </ul>
      )}
      <p className="mt-3 text-base text-muted">
        {t('how')}{' '}
        <code dir="ltr" className="wrap-anywhere">
          {'npm run train -- --dataset NAME'}
        </code>
      </p>
    </Panel>
  )
}

function Run({ run }: { run: RunNow }) {
  const t = useTranslations('admin.models.runs')
  const format = useFormatter()
  const { version, state, step, steps, stage, etaMs, players, losses, reason, startedAt, datasets } = run
  const share = steps > 0 ? step / steps : 0
  const isBad = state === 'failed' || state === 'lost'
  const cause = causeOf(run)
  return (
    <li className="border-line border-t pt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-xl">
          <bdi>{version ?? '…'}</bdi>
        </h3>
        <p className={isBad ? 'font-semibold text-bad' : 'font-semibold'}>{t(`states.${state}`)}</p>
      </div>
      <p className="text-base text-muted">
        {t('started', { date: format.dateTime(startedAt, { dateStyle: 'medium', timeStyle: 'short' }) })}
        {players && players.samples > 0 && (
          <>
            {' · '}
            {t('players', { samples: players.samples, contributors: players.contributors })}
          </>
        )}
        {datasets.length > 0 && (
          <>
            {' · '}
            <bdi>{datasets.join(', ')}</bdi>
          </>
        )}
      </p>
      {steps > 0 && (
        <>
          <progress
            value={share}
            max={1}
            aria-label={t('progress')}
            className="mt-2 h-3 w-full appearance-none overflow-hidden rounded-full bg-wash [&::-moz-progress-bar]:bg-good [&::-webkit-progress-bar]:bg-wash [&::-webkit-progress-value]:bg-good"
          />
          <p className="figures text-base">
            {t('step', { step, steps })}
            {stage.of > 1 && ` · ${t('stage', { number: stage.number, of: stage.of })}`}
            {state === 'training' &&
              etaMs !== null &&
              ` · ${t('eta', { minutes: Math.max(1, Math.round(etaMs / 60_000)) })}`}
          </p>
        </>
      )}
      {cause && <p className="text-base">{t(`causes.${cause}`)}</p>}
      {reason && cause !== 'stopped' && (
        <p dir="ltr" lang="en" className="mt-1 break-words text-base text-muted">
          {reason}
        </p>
      )}
      {losses.length > 1 && <Losses losses={losses} />}
    </li>
  )
}

function Losses({ losses }: Pick<RunNow, 'losses'>) {
  const t = useTranslations('admin.models.runs')
  return (
    <figure className="mt-2">
      <figcaption className="text-base text-muted">{t('loss')}</figcaption>
      <ChartBox rem={11.25}>
        <LineChart data={losses.map(([step, loss]) => ({ step, loss }))} accessibilityLayer>
          <CartesianGrid {...gridStyle} />
          <XAxis dataKey="step" type="number" domain={['dataMin', 'dataMax']} {...axisStyle} />
          <YAxis width={44} {...axisStyle} />
          <Tooltip {...lineTooltip} />
          <Line
            dataKey="loss"
            name={t('loss')}
            stroke="var(--color-accent)"
            dot={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ChartBox>
    </figure>
  )
}
