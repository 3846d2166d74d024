'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Bar, BarChart, CartesianGrid, Legend, Tooltip, XAxis, YAxis } from 'recharts'
import type { DigitSummary } from '#server/store/samples/summarise-play'
import { ChartBox } from '../kit/chart-box'
import { axisStyle, barTooltip, gridStyle } from '../kit/chart-style'
import { Panel } from '../kit/panel'

export function DigitCharts({ digits }: { digits: DigitSummary[] }) {
  const t = useTranslations('admin.overview')
  const format = useFormatter()
  const number = (value: unknown) => format.number(Number(value))
  const rows = digits.map(({ prompt, drawings, locked, lockMs }) => ({
    prompt,
    locked,
    notLocked: drawings - locked,
    seconds: lockMs === null ? null : lockMs / 1000,
  }))
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
      <Panel>
        <h2 className="mb-4 text-xl">{t('drawn')}</h2>
        <ChartBox rem={16.25}>
          <BarChart data={rows} accessibilityLayer>
            <CartesianGrid {...gridStyle} />
            <XAxis dataKey="prompt" {...axisStyle} />
            <YAxis width={56} allowDecimals={false} tickFormatter={number} {...axisStyle} />
            <Tooltip {...barTooltip} formatter={number} />
            <Legend />
            <Bar dataKey="locked" name={t('locked')} stackId="drawings" fill="var(--color-good)" />
            <Bar
              dataKey="notLocked"
              name={t('notLocked')}
              stackId="drawings"
              fill="var(--color-accent)"
              radius={[6, 6, 0, 0]}
            />
          </BarChart>
        </ChartBox>
      </Panel>
      <Panel>
        <h2 className="mb-4 text-xl">{t('lockTimes')}</h2>
        <ChartBox rem={16.25}>
          <BarChart data={rows} accessibilityLayer>
            <CartesianGrid {...gridStyle} />
            <XAxis dataKey="prompt" {...axisStyle} />
            <YAxis width={44} tickFormatter={number} {...axisStyle} />
            <Tooltip {...barTooltip} formatter={number} />
            <Bar dataKey="seconds" name={t('lockTimes')} fill="var(--color-ink)" radius={[6, 6, 0, 0]} />
          </BarChart>
        </ChartBox>
      </Panel>
    </div>
  )
}
