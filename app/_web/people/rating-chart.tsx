'use client'

import { useTranslations } from 'next-intl'
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartBox } from '../kit/chart-box'
import { axisStyle, gridStyle, lineTooltip } from '../kit/chart-style'

const stepOfAxis = 100
const below = (least: number) => Math.floor(least / stepOfAxis) * stepOfAxis
const above = (most: number) => Math.ceil(most / stepOfAxis) * stepOfAxis

/** @param steps the rating after each game, oldest first */
export function RatingChart({ steps }: { steps: readonly number[] }) {
  const t = useTranslations('profile.rating')
  const rows = steps.map((rating, index) => ({ game: index + 1, rating }))
  return (
    <figure className="mt-4">
      <figcaption className="sr-only">{t('chart')}</figcaption>
      <ChartBox rem={10}>
        <LineChart data={rows} margin={{ top: 8, right: 12, bottom: 0, left: 0 }} accessibilityLayer>
          <CartesianGrid {...gridStyle} />
          <XAxis dataKey="game" hide />
          <YAxis width={44} domain={[below, above]} tickCount={3} {...axisStyle} axisLine={false} />
          <Tooltip {...lineTooltip} labelFormatter={(game) => t('game', { game: String(game) })} />
          <Line
            dataKey="rating"
            name={t('title')}
            stroke="var(--color-accent)"
            strokeWidth={3}
            dot={{ r: 4, fill: 'var(--color-accent)', strokeWidth: 0 }}
            isAnimationActive={false}
          />
        </LineChart>
      </ChartBox>
    </figure>
  )
}
