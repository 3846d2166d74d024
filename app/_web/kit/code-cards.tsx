import { classes } from './classes'

/** The code of a room, a card for each letter. */
export function CodeCards({ code, isLarge = false }: { code: string; isLarge?: boolean }) {
  return (
    <p
      dir="ltr"
      role="img"
      data-testid="room-code"
      aria-label={[...code].join(' ')}
      className={classes('flex', isLarge ? 'gap-4' : 'gap-1.5 sm:gap-2')}
    >
      {[...code].map((letter, index) => (
        <span
          key={code.slice(0, index + 1)}
          aria-hidden="true"
          className={classes(
            'figures grid aspect-[4/5] w-full min-w-0 place-items-center border-line bg-card font-extrabold shadow-sheet odd:-rotate-2 even:rotate-1',
            isLarge
              ? 'max-w-52 rounded-3xl border-2 text-6xl lg:text-[8rem]'
              : 'max-w-22 rounded-2xl border text-5xl sm:text-7xl',
          )}
        >
          {letter}
        </span>
      ))}
    </p>
  )
}
