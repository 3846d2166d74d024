import { useFormatter, useTranslations } from 'next-intl'
import type { LiveAccuracy } from '#server/store/samples/live-accuracy'
import type { PlaySummary } from '#server/store/samples/summarise-play'
import { FigureCards } from '../kit/figure-cards'
import { EmptyState, Panel } from '../kit/panel'
import { DigitCharts } from './digit-charts'
import { LiveAccuracyPanel } from './models/live-accuracy-panel'

type OverviewProps = { summary: PlaySummary; champion: string; measured: readonly LiveAccuracy[] }

export function Overview({ summary, champion, measured }: OverviewProps) {
  const t = useTranslations('admin.overview')
  const format = useFormatter()
  const figures = [
    ['rounds', summary.rounds],
    ['games', summary.games],
    ['players', summary.players],
    ['samples', summary.samples],
    ['unreviewed', summary.unreviewedSamples],
    ['held', summary.heldResults],
  ] as const
  return (
    <>
      <h1 className="text-4xl">{t('heading')}</h1>
      <div className="mt-5">
        <FigureCards figures={figures.map(([name, figure]) => [t(name), format.number(figure)])} />
      </div>
      {summary.digits.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <div className="mt-6 grid gap-6">
          <LiveAccuracyPanel {...{ champion, measured }} />
          <DigitCharts digits={summary.digits} />
          <DigitTable digits={summary.digits} />
        </div>
      )}
    </>
  )
}

/** The same figures as the charts, to be read. */
function DigitTable({ digits }: Pick<PlaySummary, 'digits'>) {
  const t = useTranslations('admin.overview')
  const format = useFormatter()
  return (
    <Panel>
      <table className="figures w-full text-end">
        <thead className="font-normal font-text text-base text-muted">
          <tr>
            {(['digit', 'drawings', 'lockShare', 'median'] as const).map((column) => (
              <th key={column} scope="col" className="p-2 font-normal first:text-start">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {digits.map(({ prompt, drawings, locked, lockMs }) => (
            <tr key={prompt} className="border-line border-t">
              <th scope="row" className="p-2 text-start font-bold text-xl">
                {prompt}
              </th>
              <td className="p-2">{format.number(drawings)}</td>
              <td className="p-2">{format.number(locked / drawings, { style: 'percent' })}</td>
              <td className="p-2">
                {lockMs === null
                  ? '–'
                  : format.number(lockMs / 1000, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
