import { Button } from './button'
import { classes } from './classes'
import { Link } from './link'

type PageLinksProps = {
  /** From 1. */
  page: number
  pageCount: number
  addressOf: (page: number) => string
  /** Which page of how many this is. */
  label: string
  previous: string
  next: string
  className?: string
}

/** The way through a list of many pages. From a page that has become empty it leads back to the last. */
export function PageLinks({ page, pageCount, addressOf, label, previous, next, className }: PageLinksProps) {
  if (pageCount <= 1 && page === 1) return null
  return (
    <nav aria-label={label} className={classes('flex flex-wrap items-center gap-4', className)}>
      {page > 1 && (
        <Button asChild size="small">
          <Link href={addressOf(Math.max(1, Math.min(page - 1, pageCount)))}>{previous}</Link>
        </Button>
      )}
      <span>{label}</span>
      {page < pageCount && (
        <Button asChild size="small">
          <Link href={addressOf(page + 1)}>{next}</Link>
        </Button>
      )}
    </nav>
  )
}
