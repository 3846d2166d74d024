'use client'

import { useFormatter } from 'next-intl'
import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { settings } from '#game/settings'
import { inkColour } from '../../ink/palette'
import { ChartBox } from '../../kit/chart-box'
import { axisStyle, gridStyle, lineTooltip } from '../../kit/chart-style'
import type { ChartedTurn, Competitor } from './turns'

/** The confidence in each drawing of one turn, with the line above which a drawing locks. */
export default function CurveChart({ turn, sides }: { turn: ChartedTurn; sides: readonly Competitor[] }) {
  const format = useFormatter()
  const percent = (share: unknown) =>
    format.number(Number(share), { style: 'percent', maximumFractionDigits: 0 })
  const curves = turn.drawings.flatMap(({ side, curve }) => {
    const drawnBy = sides.find(({ key }) => key === side)
    const points = curve?.map(([atMs, thousandths]) => ({ seconds: atMs / 1000, share: thousandths / 1000 }))
    return drawnBy && points ? [{ ...drawnBy, curve: points }] : []
  })
  const end = Math.max(1, ...curves.map(({ curve }) => curve.at(-1)?.seconds ?? 0)) + 0.2
  return (
    <ChartBox rem={15}>
      <LineChart accessibilityLayer={false} margin={{ top: 12, right: 16, bottom: 0, left: -4 }}>
        <CartesianGrid {...gridStyle} />
        <XAxis
          dataKey="seconds"
          type="number"
          domain={[0, end]}
          tickFormatter={(seconds) => format.number(seconds, { maximumFractionDigits: 1 })}
          unit=" s"
          {...axisStyle}
        />
        <YAxis
          dataKey="share"
          domain={[0, 1]}
          ticks={[0, 0.5, 1]}
          tickFormatter={percent}
          width={56}
          {...axisStyle}
          axisLine={false}
        />
        <Tooltip
          {...lineTooltip}
          formatter={percent}
          labelFormatter={(seconds) => `${format.number(Number(seconds), { maximumFractionDigits: 2 })} s`}
        />
        <ReferenceLine
          y={settings.lockThousandths / 1000}
          stroke="var(--color-good)"
          strokeWidth={2}
          strokeDasharray="4 4"
        />
        {curves.map(({ key, name, colour, curve }) => (
          <Line
            key={key}
            data={[...curve, { seconds: end, share: curve.at(-1)?.share ?? 0 }]}
            dataKey="share"
            name={name}
            type="stepAfter"
            stroke={inkColour(colour)}
            strokeWidth={3}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ChartBox>
  )
}
