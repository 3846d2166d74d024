'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { StandingView } from '#game/protocol/server-messages'
import { inkColour } from '../../ink/palette'
import { axisStyle, gridStyle, lineTooltip } from '../../kit/chart-style'

/** How the scores grew, round by round. */
export default function ScoreChart({ standings }: { standings: readonly StandingView[] }) {
  const t = useTranslations('room.finished')
  const format = useFormatter()
  const rounds = Math.max(0, ...standings.map((standing) => standing.rounds.length))
  const rows = Array.from({ length: rounds + 1 }, (_, round) => ({
    round,
    ...Object.fromEntries(
      standings.map((standing) => [standing.playerId, sumOf(standing.rounds.slice(0, round))]),
    ),
  }))
  return (
    <ResponsiveContainer width="100%" height={240} className="[direction:ltr]">
      <LineChart data={rows} margin={{ top: 8, right: 8, bottom: 0, left: -8 }}>
        <CartesianGrid {...gridStyle} />
        <XAxis dataKey="round" {...axisStyle} />
        <YAxis
          width={52}
          tickFormatter={(points: number) => format.number(points)}
          {...axisStyle}
          axisLine={false}
        />
        <Tooltip
          {...lineTooltip}
          labelFormatter={(round) => t('chartRound', { round: String(round) })}
          itemSorter={(item) => -Number(item.value)}
        />
        {standings.map(({ playerId, name, colour }) => (
          <Line
            key={playerId}
            dataKey={playerId}
            name={name}
            type="linear"
            stroke={inkColour(colour)}
            strokeWidth={3}
            dot={{ r: 4, fill: inkColour(colour), strokeWidth: 0 }}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}

function sumOf(points: readonly (number | null)[]): number {
  return points.reduce<number>((sum, each) => sum + (each ?? 0), 0)
}
