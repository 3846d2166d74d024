import type { ReactNode } from 'react'

type EmptyStateProps = {
  /** A drawing, not a photograph: it is hidden from screen readers. */
  picture?: ReactNode
  title: string
  children?: ReactNode
  /** What to do about it. */
  action?: ReactNode
}

/** Nothing here, and why, and what to do about it. */
export function EmptyState({ picture, title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-3 py-10 text-center">
      {picture && <div aria-hidden="true">{picture}</div>}
      <h2 className="text-2xl">{title}</h2>
      {children && <div className="text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  )
}
