'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Bar, CartesianGrid, ComposedChart, Legend, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { digits as allDigits } from '#game/protocol/constants'
import type { DigitFigures } from '#server/store/players/find-figures'
import { ChartBox } from '../kit/chart-box'
import { axisStyle, barTooltip, gridStyle } from '../kit/chart-style'
import { useSeconds } from '../kit/i18n/use-numbers'

const secondsOf = (ms: number | null | undefined) => (ms == null ? null : Math.round(ms / 10) / 100)

/** Time to lock and share of locks, digit by digit. */
export function DigitSpeed({ digits }: { digits: readonly DigitFigures[] }) {
  const t = useTranslations('profile.digits')
  const format = useFormatter()
  const seconds = useSeconds()
  const percent = (share: number) => format.number(share / 100, { style: 'percent' })
  const rows = allDigits.map((digit) => {
    const figures = digits.find((each) => each.digit === digit)
    return {
      digit,
      median: secondsOf(figures?.lockMs),
      quickest: secondsOf(figures?.bestMs),
      share: figures ? Math.round((100 * figures.locked) / figures.drawings) : null,
    }
  })
  const margin = { top: 8, right: 4, bottom: 0, left: 0 }
  return (
    <div className="grid grid-cols-1 gap-4">
      <figure>
        <figcaption className="mt-3 mb-1 font-display font-semibold">{t('speed')}</figcaption>
        <ChartBox rem={12.5}>
          <ComposedChart data={rows} margin={margin} accessibilityLayer>
            <CartesianGrid {...gridStyle} />
            <XAxis dataKey="digit" {...axisStyle} />
            <YAxis
              width={44}
              tickCount={3}
              tickFormatter={(value: number) => format.number(value)}
              {...axisStyle}
              axisLine={false}
            />
            <Tooltip {...barTooltip} formatter={(value) => seconds(Number(value) * 1000)} />
            <Legend />
            <Bar
              dataKey="median"
              name={t('median')}
              fill="var(--color-ink)"
              radius={[6, 6, 0, 0]}
              isAnimationActive={false}
            />
            <Line
              dataKey="quickest"
              name={t('quickest')}
              stroke="var(--color-accent)"
              strokeWidth={0}
              legendType="circle"
              dot={{ r: 5, fill: 'var(--color-accent)', stroke: 'var(--color-card)', strokeWidth: 2 }}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ChartBox>
      </figure>
      <figure>
        <figcaption className="mb-1 font-display font-semibold">{t('accuracy')}</figcaption>
        <ChartBox rem={9.375}>
          <ComposedChart data={rows} margin={margin} accessibilityLayer>
            <CartesianGrid {...gridStyle} />
            <XAxis dataKey="digit" {...axisStyle} />
            <YAxis
              width={52}
              tickFormatter={percent}
              domain={[0, 100]}
              ticks={[0, 50, 100]}
              {...axisStyle}
              axisLine={false}
            />
            <Tooltip {...barTooltip} formatter={(share) => percent(Number(share))} />
            <Bar
              dataKey="share"
              name={t('share')}
              fill="var(--color-good)"
              radius={[6, 6, 0, 0]}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ChartBox>
      </figure>
    </div>
  )
}
