'use client'

import { useTranslations } from 'next-intl'
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { DigitSummary } from '#server/store/samples/summarise-play'
import { axisStyle, tooltipStyle } from '../kit/chart-style'
import { Panel } from '../kit/panel'

export function DigitCharts({ digits }: { digits: DigitSummary[] }) {
  const words = useTranslations('admin.overview')
  const rows = digits.map(({ prompt, drawings, locked, lockMs }) => ({
    prompt,
    locked,
    notLocked: drawings - locked,
    seconds: lockMs === null ? null : lockMs / 1000,
  }))
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
      <Panel>
        <h2 className="mb-4 text-xl">{words('drawn')}</h2>
        <ResponsiveContainer width="100%" height={260} className="[direction:ltr]">
          <BarChart data={rows} accessibilityLayer>
            <CartesianGrid vertical={false} stroke="var(--color-line)" />
            <XAxis dataKey="prompt" {...axisStyle} />
            <YAxis width={36} allowDecimals={false} {...axisStyle} />
            <Tooltip {...tooltipStyle} />
            <Legend />
            <Bar dataKey="locked" name={words('locked')} stackId="drawings" fill="var(--color-good)" />
            <Bar
              dataKey="notLocked"
              name={words('notLocked')}
              stackId="drawings"
              fill="var(--color-accent)"
              radius={[6, 6, 0, 0]}
            />
          </BarChart>
        </ResponsiveContainer>
      </Panel>
      <Panel>
        <h2 className="mb-4 text-xl">{words('lockTimes')}</h2>
        <ResponsiveContainer width="100%" height={260} className="[direction:ltr]">
          <BarChart data={rows} accessibilityLayer>
            <CartesianGrid vertical={false} stroke="var(--color-line)" />
            <XAxis dataKey="prompt" {...axisStyle} />
            <YAxis width={36} {...axisStyle} />
            <Tooltip {...tooltipStyle} />
            <Bar dataKey="seconds" name={words('lockTimes')} fill="var(--color-ink)" radius={[6, 6, 0, 0]} />
          </BarChart>
        </ResponsiveContainer>
      </Panel>
    </div>
  )
}
