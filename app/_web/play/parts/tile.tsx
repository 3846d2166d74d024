import type { CSSProperties, ReactNode } from 'react'
import { classes } from '../../kit/classes'

type TileProps = {
  isLocked: boolean
  isOwn?: boolean
  /** Side of the picture, in units. */
  picture: number
  /** Where in its grid it is to be seen. */
  place?: CSSProperties
  /** What lies on the paper. */
  children: ReactNode
  /** What is written under it. */
  foot: ReactNode
}

/** A picture with what is to be said of it below. */
export function Tile({ isLocked, isOwn = false, picture, place, children, foot }: TileProps) {
  return (
    <li
      className={classes('grid min-w-0 grid-cols-1 content-start gap-1', place && 'moves-in-grid')}
      style={place}
      data-own={isOwn}
    >
      <div
        style={{ width: `calc(${picture} * var(--u))` }}
        className={classes(
          '@container relative mx-auto aspect-square max-w-full overflow-hidden rounded-2xl border-2 bg-card shadow-sheet transition-colors duration-200',
          isLocked ? 'border-good' : 'border-line',
        )}
      >
        <div aria-hidden="true" className="squared absolute inset-0 opacity-55 [--square:12.5%]" />
        {children}
      </div>
      <div className="grid min-w-0 grid-cols-1 gap-1">{foot}</div>
    </li>
  )
}
