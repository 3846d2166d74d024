/** How every chart looks: quiet axes, and a tooltip like a small card. */
export const axisStyle = {
  stroke: 'var(--color-edge)',
  tick: { fill: 'var(--color-muted)', fontSize: 14 },
  tickLine: false,
} as const

export const tooltipStyle = {
  cursor: { fill: 'var(--color-wash)' },
  contentStyle: {
    background: 'var(--color-card)',
    border: '1px solid var(--color-line)',
    borderRadius: 12,
    color: 'var(--color-ink)',
  },
} as const
