import type { ComponentProps } from 'react'
import { classes } from './classes'

/** A framed part of a page. */
export function Panel({ className, ...rest }: ComponentProps<'section'>) {
  return (
    <section
      className={classes('rounded-sheet border border-line bg-card p-4 shadow-sheet sm:p-6', className)}
      {...rest}
    />
  )
}
