'use client'

import { Area, AreaChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { settings } from '#game/settings'
import type { Reel } from './reel'

/** How sure the network was of the prompt, from the first point to the end; it keeps its answer until the next. */
function confidenceOf({ shots }: Reel, endMs: number) {
  const steps = shots.flatMap(({ drawing, film }) => [
    { atMs: drawing.promptAtMs, thousandths: 0 },
    ...film.guesses.map(({ thousandths }, index) => ({
      atMs: film.guessedAtMs[index] ?? 0,
      thousandths: thousandths[drawing.prompt] ?? 0,
    })),
  ])
  const last = steps.at(-1)
  return last ? [...steps, { ...last, atMs: endMs }] : []
}

export default function ConfidenceCurve({ reel, endMs }: { reel: Reel; endMs: number }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart
        data={confidenceOf(reel, endMs)}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        aria-hidden
      >
        <XAxis hide dataKey="atMs" type="number" domain={[0, endMs]} />
        <YAxis hide domain={[0, 1000]} />
        <ReferenceLine y={settings.lockThousandths} stroke="var(--color-edge)" strokeDasharray="4 4" />
        <Area
          dataKey="thousandths"
          type="stepAfter"
          stroke="var(--color-accent)"
          strokeWidth={2}
          fill="var(--color-accent)"
          fillOpacity={0.12}
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  )
}
