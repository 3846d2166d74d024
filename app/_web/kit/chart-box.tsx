import type { ReactNode } from 'react'
import { ResponsiveContainer } from 'recharts'

type ChartBoxProps = {
  /** Of the letters' size, so that a legend in large ones leaves room for what it explains. */
  rem: number
  children: ReactNode
}

/** As wide as its place; numbers run from left to right everywhere. */
export function ChartBox({ rem, children }: ChartBoxProps) {
  return (
    <div dir="ltr" style={{ height: `${rem}rem` }}>
      <ResponsiveContainer width="100%" height="100%">
        {children}
      </ResponsiveContainer>
    </div>
  )
}
