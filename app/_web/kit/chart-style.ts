/** How every chart looks: quiet axes, horizontal lines alone, and a tooltip like a small card. */
export const axisStyle = {
  stroke: 'var(--color-edge)',
  tick: { fill: 'var(--color-muted)', fontSize: 14 },
  tickLine: false,
} as const

export const gridStyle = { vertical: false, stroke: 'var(--color-line)' } as const

const card = {
  background: 'var(--color-card)',
  border: '1px solid var(--color-line)',
  borderRadius: 12,
  color: 'var(--color-ink)',
} as const

/** Of bars, which stand on a band, and of lines, which are crossed by one. */
export const barTooltip = { contentStyle: card, cursor: { fill: 'var(--color-wash)' } } as const
export const lineTooltip = { contentStyle: card, cursor: { stroke: 'var(--color-edge)' } } as const
