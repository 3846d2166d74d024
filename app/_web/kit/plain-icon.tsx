import { classes } from './classes'

/** The outlines of lucide's icons of these names. */
const paths = {
  'chevron-right': 'm9 18 6-6-6-6',
  play: 'M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z',
}

/**
 * An icon of lucide's as it is, for rows of which there are many: theirs are components of many parts, one for each row. It points where
 * the text goes.
 */
export function PlainIcon({ name, className }: { name: keyof typeof paths; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={classes(
        'size-5 fill-none stroke-2 stroke-current [stroke-linecap:round] [stroke-linejoin:round] rtl:-scale-x-100',
        className,
      )}
    >
      <path d={paths[name]} />
    </svg>
  )
}
