import type { ComponentProps } from 'react'
import { classes } from './classes'

/** A sheet of paper that lies on the page. */
export function Panel({ className, ...rest }: ComponentProps<'section'>) {
  return (
    <section
      className={classes('rounded-sheet border border-line bg-card p-4 shadow-sheet sm:p-6', className)}
      {...rest}
    />
  )
}
