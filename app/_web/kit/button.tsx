import { Slot } from 'radix-ui'
import type { ComponentProps, MouseEvent } from 'react'
import { classes } from './classes'

const kinds = {
  /** The one thing to do here. */
  primary: 'bg-accent text-on-accent shadow-key hover:brightness-105',
  /** As good a thing to do. */
  solid: 'bg-ink text-paper shadow-key hover:opacity-90',
  outline: 'border-2 border-ink bg-card text-ink hover:bg-wash',
  quiet: 'text-ink underline decoration-edge decoration-2 underline-offset-4 hover:decoration-accent',
  /** One of several small ways on: a sign above a word. */
  sign: 'text-ink hover:bg-wash',
  danger: 'border-2 border-bad bg-card text-bad hover:bg-wash',
}

const sizes = {
  small: 'min-h-11 rounded-xl px-4 text-base',
  medium: 'min-h-12 rounded-2xl px-[min(1.25rem,4vw)] text-lg',
  sign: 'h-12 min-w-min flex-auto flex-col gap-0! rounded-xl px-0.5 text-base',
  large: 'min-h-14 rounded-2xl px-[min(1.75rem,6vw)] text-xl',
}

type ButtonProps = ComponentProps<'button'> & {
  kind?: keyof typeof kinds
  size?: keyof typeof sizes
  /** Lends its looks to the one element inside, such as a link. */
  asChild?: boolean
}

/** One that is disabled while it has the focus keeps it: it is only said to be disabled, and does nothing. */
export function Button({
  kind = 'outline',
  size = 'medium',
  asChild,
  type = 'button',
  disabled = false,
  onClick,
  className,
  ...rest
}: ButtonProps) {
  const Element = asChild ? Slot.Root : 'button'
  return (
    <Element
      {...(asChild ? {} : { type })}
      {...(disabled && { 'aria-disabled': true })}
      onClick={disabled ? ignoreClick : onClick}
      className={classes(
        'inline-flex select-none items-center justify-center gap-2 font-display font-semibold leading-tight',
        'transition duration-150 active:translate-y-0.5 active:shadow-none',
        'aria-disabled:pointer-events-none aria-disabled:opacity-45',
        '[&_svg]:size-5 [&_svg]:shrink-0',
        kinds[kind],
        sizes[size],
        className,
      )}
      {...rest}
    />
  )
}

/** For a button that is only said to be disabled. Of a form's button too, that nothing is sent. */
export function ignoreClick(event: MouseEvent): void {
  event.preventDefault()
}
