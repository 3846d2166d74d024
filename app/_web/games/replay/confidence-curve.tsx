'use client'

import { Area, AreaChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { settings } from '#game/settings'
import type { Track } from './track'

/** How sure the network was of the prompt, from the first point to the end; it keeps its answer until the next. */
function confidenceOf({ frames }: Track, endMs: number) {
  const steps = frames.flatMap(({ drawing, timeline }) => [
    { atMs: drawing.promptAtMs, thousandths: 0 },
    ...timeline.guesses.map(({ thousandths }, index) => ({
      atMs: timeline.guessedAtMs[index] ?? 0,
      thousandths: thousandths[drawing.prompt] ?? 0,
    })),
  ])
  const last = steps.at(-1)
  return last ? [...steps, { ...last, atMs: endMs }] : []
}

export default function ConfidenceCurve({ track, endMs }: { track: Track; endMs: number }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart
        data={confidenceOf(track, endMs)}
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
