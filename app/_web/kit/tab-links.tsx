import { classes } from './classes'
import { Link } from './link'

type TabLinksProps = {
  label: string
  className?: string
  tabs: readonly { readonly href: string; readonly text: string; readonly isHere: boolean }[]
}

/** The same page in another form: links, so that each form has an address. */
export function TabLinks({ label, tabs, className }: TabLinksProps) {
  return (
    <nav
      aria-label={label}
      className={classes(
        'inline-flex flex-wrap gap-1 rounded-2xl border-2 border-line bg-card p-1',
        className,
      )}
    >
      {tabs.map(({ href, text, isHere }) => (
        <Link
          key={href}
          href={href}
          aria-current={isHere ? 'page' : undefined}
          className={classes(
            'inline-flex min-h-11 min-w-[44px] items-center justify-center rounded-xl px-[min(1rem,3vw)] font-display font-semibold',
            isHere ? 'bg-ink text-paper' : 'hover:bg-wash',
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  )
}
