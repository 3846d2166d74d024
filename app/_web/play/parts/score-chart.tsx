'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { StandingView } from '#game/protocol/server-messages'
import { inkColour } from '../../ink/palette'

/** How the scores grew, round by round. */
export default function ScoreChart({ standings }: { standings: readonly StandingView[] }) {
  const words = useTranslations('room.finished')
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
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        <XAxis
          dataKey="round"
          tickLine={false}
          stroke="var(--color-edge)"
          tick={{ fill: 'var(--color-muted)', fontSize: 14 }}
        />
        <YAxis
          width={52}
          tickFormatter={(points: number) => format.number(points)}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--color-muted)', fontSize: 14 }}
        />
        <Tooltip
          labelFormatter={(round) => words('chartRound', { round: String(round) })}
          itemSorter={(item) => -Number(item.value)}
          contentStyle={{
            background: 'var(--color-card)',
            border: '1px solid var(--color-line)',
            borderRadius: 12,
          }}
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
