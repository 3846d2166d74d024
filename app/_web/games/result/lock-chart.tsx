'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { parMsOf } from '#game/scoring/score'
import { shapeOutline } from '../../ink/ink-shape'
import { inkColour } from '../../ink/palette'
import { ChartBox } from '../../kit/chart-box'
import { axisStyle, gridStyle, lineTooltip } from '../../kit/chart-style'
import { useSeconds } from '../../kit/i18n/use-numbers'
import type { ChartedTurn, Competitor } from './turns'

/** From prompt to lock, turn by turn: one line a competitor, and the par time of each digit. */
export default function LockChart({
  turns,
  sides,
}: {
  turns: readonly ChartedTurn[]
  sides: readonly Competitor[]
}) {
  const t = useTranslations('result')
  const format = useFormatter()
  const seconds = useSeconds()
  const rows = turns.map(({ number, prompt, sum, drawings }) => ({
    number,
    par: parMsOf(prompt, sum) / 1000,
    ...Object.fromEntries(drawings.map(({ side, lockMs }) => [side, lockMs === null ? null : lockMs / 1000])),
  }))
  const promptOf = (number: unknown) => turns.find((turn) => turn.number === number)?.prompt ?? ''
  return (
    <ChartBox rem={16.25}>
      <LineChart accessibilityLayer={false} data={rows} margin={{ top: 12, right: 16, bottom: 0, left: 0 }}>
        <CartesianGrid {...gridStyle} />
        <XAxis
          dataKey="number"
          tickFormatter={(number) => String(promptOf(number))}
          {...axisStyle}
          tick={{ ...axisStyle.tick, fontSize: 18, fontWeight: 700 }}
          padding={{ left: 16, right: 16 }}
        />
        <YAxis
          width={56}
          {...axisStyle}
          axisLine={false}
          domain={[0, 'auto']}
          tickFormatter={(value) => format.number(value, { maximumFractionDigits: 1 })}
          unit=" s"
        />
        <Tooltip
          {...lineTooltip}
          labelFormatter={(number) => t('turn', { number: String(number), digit: String(promptOf(number)) })}
          formatter={(value) => seconds(Number(value) * 1000)}
        />
        <Line
          dataKey="par"
          name={t('par')}
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
    </ChartBox>
  )
}

/** In px; outlines are drawn in a square of 24. */
const markSide = 16

type InkDotProps = { cx?: number; cy?: number | null; colour: number }

/** The mark of a player: their shape, so that colour is never the only sign. */
function InkDot({ cx = 0, cy, colour }: InkDotProps) {
  if (typeof cy !== 'number') return null
  return (
    // A path, not a picture in the picture: that would be as large as the chart where a style sheet does not reach it.
    <path
      d={shapeOutline(colour)}
      transform={`translate(${cx - markSide / 2} ${cy - markSide / 2}) scale(${markSide / 24})`}
      style={{ color: inkColour(colour) }}
      fill="currentColor"
      fillRule="evenodd"
    />
  )
}
