'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { settings } from '#game/settings'
import { inkColour } from '../../ink/palette'
import { useSeconds } from '../../kit/i18n/use-seconds'
import { tick, tooltip } from './chart-looks'
import { InkDot } from './ink-dot'
import type { Side, Turn } from './turns'

/** From prompt to lock, turn by turn: one line a side, and the par time of each digit. */
export default function LockChart({ turns, sides }: { turns: readonly Turn[]; sides: readonly Side[] }) {
  const words = useTranslations('result')
  const format = useFormatter()
  const seconds = useSeconds()
  const rows = turns.map(({ number, prompt, drawings }) => ({
    number,
    par: (settings.parMs[prompt] ?? 0) / 1000,
    ...Object.fromEntries(
      drawings.map(({ side, drawing }) => [side, drawing.lock ? drawing.lock.atMs / 1000 : null]),
    ),
  }))
  const promptOf = (number: unknown) => turns.find((turn) => turn.number === number)?.prompt ?? ''
  return (
    <ResponsiveContainer width="100%" height={260}>
      <LineChart accessibilityLayer={false} data={rows} margin={{ top: 12, right: 16, bottom: 0, left: 0 }}>
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        <XAxis
          dataKey="number"
          tickFormatter={(number) => String(promptOf(number))}
          tickLine={false}
          stroke="var(--color-edge)"
          tick={{ ...tick, fontSize: 18, fontWeight: 700 }}
          padding={{ left: 16, right: 16 }}
        />
        <YAxis
          width={56}
          tickLine={false}
          axisLine={false}
          tick={tick}
          domain={[0, 'auto']}
          tickFormatter={(value) => format.number(value, { maximumFractionDigits: 1 })}
          unit=" s"
        />
        <Tooltip
          {...tooltip}
          labelFormatter={(number) =>
            words('turn', { number: String(number), digit: String(promptOf(number)) })
          }
          formatter={(value) => seconds(Number(value) * 1000)}
        />
        <Line
          dataKey="par"
          name={words('par')}
          stroke="var(--color-edge)"
          strokeDasharray="4 4"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
        {sides.map(({ key, name, colour }) => (
          <Line
            key={key}
            dataKey={key}
            name={name}
            stroke={inkColour(colour)}
            strokeWidth={3}
            dot={(dot) => <InkDot key={dot.key} cx={dot.cx} cy={dot.cy} colour={colour} />}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}
