'use client'

import { useTranslations } from 'next-intl'
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { DigitSummary } from '#server/store/summarise-play'
import { Panel } from '../ui/panel'

const axis = { stroke: 'var(--color-edge)', tick: { fill: 'var(--color-muted)' }, tickLine: false } as const
const tooltip = {
  cursor: { fill: 'var(--color-wash)' },
  contentStyle: {
    background: 'var(--color-card)',
    border: '1px solid var(--color-line)',
    borderRadius: 12,
    color: 'var(--color-ink)',
  },
}

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
            <XAxis dataKey="prompt" {...axis} />
            <YAxis width={36} allowDecimals={false} {...axis} />
            <Tooltip {...tooltip} />
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
            <XAxis dataKey="prompt" {...axis} />
            <YAxis width={36} {...axis} />
            <Tooltip {...tooltip} />
            <Bar dataKey="seconds" name={words('lockTimes')} fill="var(--color-ink)" radius={[6, 6, 0, 0]} />
          </BarChart>
        </ResponsiveContainer>
      </Panel>
    </div>
  )
}
