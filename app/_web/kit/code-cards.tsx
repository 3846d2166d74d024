import { classes } from './classes'

const sizes = {
  small: 'h-12 max-w-13 rounded-xl border text-4xl',
  medium: 'h-16 max-w-16 rounded-2xl border text-5xl',
  large: 'aspect-[4/5] max-w-52 rounded-3xl border-2 text-[min(8rem,14vw)]',
}

/** The code of a room, a card for each letter. */
export function CodeCards({ code, size = 'medium' }: { code: string; size?: keyof typeof sizes }) {
  return (
    <p
      dir="ltr"
      role="img"
      data-testid="room-code"
      aria-label={[...code].join(' ')}
      className={classes('flex', size === 'large' ? 'gap-4' : 'gap-1.5')}
    >
      {[...code].map((letter, index) => (
        <span
          key={code.slice(0, index + 1)}
          aria-hidden="true"
          className={classes(
            'figures grid w-full min-w-0 place-items-center border-line bg-card font-extrabold shadow-sheet odd:-rotate-2 even:rotate-1',
            sizes[size],
          )}
        >
          {letter}
        </span>
      ))}
    </p>
  )
}
