import type { CSSProperties, ReactNode } from 'react'
import { classes } from '../../../kit/classes'

/** So many columns that the canvases of a screen twice as wide as high become as large as they can. */
const columns = [1, 1, 2, 3, 2, 3, 3, 4, 4, 5, 5, 4, 4]

/** As many canvases as there are, all of them on the screen at once. */
export function Tiles({ label, count, children }: { label: string; count: number; children: ReactNode }) {
  const across = columns[count] ?? 4
  const down = Math.ceil(count / across)
  return (
    <ol
      aria-label={label}
      // No wider than canvases of their height need, so that they stay together in the middle.
      style={{ '--columns': across, maxWidth: `${(across / down) * 84}dvh` } as CSSProperties}
      className="mx-auto grid w-full min-h-0 min-w-0 grid-cols-2 gap-4 lg:auto-rows-fr lg:grid-cols-[repeat(var(--columns),minmax(0,1fr))]"
    >
      {children}
    </ol>
  )
}

type TileProps = {
  isLocked: boolean
  /** What lies on the paper. */
  children: ReactNode
  /** What is written under it, at most 4.5 rem high. */
  foot: ReactNode
}

/** One canvas as large as its place allows, and what is to be said of it. */
export function Tile({ isLocked, children, foot }: TileProps) {
  return (
    <li className="grid min-h-0 min-w-0 place-items-center lg:@container-[size]">
      <div className="grid w-full grid-cols-1 gap-2 lg:w-[min(100cqw,calc(100cqh-4.75rem))]">
        <div
          className={classes(
            'relative aspect-square overflow-hidden rounded-3xl border-4 bg-card shadow-sheet transition-colors duration-200',
            isLocked ? 'border-good' : 'border-line',
          )}
        >
          <div aria-hidden="true" className="squared absolute inset-0 opacity-55 [--square:12.5%]" />
          {children}
        </div>
        <div className="grid grid-cols-1 gap-1 lg:h-17 lg:content-start">{foot}</div>
      </div>
    </li>
  )
}
