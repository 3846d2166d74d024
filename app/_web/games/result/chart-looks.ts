/** How all charts of a result look. */
export const tick = { fill: 'var(--color-muted)', fontSize: 14 }

export const tooltip = {
  contentStyle: {
    background: 'var(--color-card)',
    border: '1px solid var(--color-line)',
    borderRadius: 12,
  },
  cursor: { stroke: 'var(--color-edge)' },
}
