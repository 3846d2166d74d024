import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'

/** A framed part of a page. */
export function Panel({ className, ...rest }: ComponentProps<'section'>) {
  return (
    <section
      className={classes(
        'rounded-sheet border border-line bg-card p-[min(1rem,4.5vw)] shadow-sheet sm:p-6',
        className,
      )}
      {...rest}
    />
  )
}

type EmptyStateProps = {
  /** A drawing, not a photograph: it is hidden from screen readers. */
  picture?: ReactNode
  title: string
  /** `h1` where there is nothing else on the page. */
  heading?: 'h1' | 'h2'
  children?: ReactNode
  /** What to do about it. */
  action?: ReactNode
}

/** Nothing here, and why, and what to do about it. */
export function EmptyState({ picture, title, heading: Heading = 'h2', children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto grid max-w-md grid-cols-1 justify-items-center gap-3 py-10 text-center">
      {picture && (
        <div aria-hidden="true" className="max-w-full">
          {picture}
        </div>
      )}
      <Heading className="text-2xl">{title}</Heading>
      {children && <div className="text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  )
}
