import type { ComponentProps } from 'react'
import { classes } from './classes'

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label'> & {
  /** What it does, for those who cannot see the icon and those who wonder. */
  label: string
}

export function IconButton({ label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={label}
      className={classes(
        'inline-grid size-11 shrink-0 place-items-center rounded-xl text-ink transition duration-150',
        'hover:bg-wash active:translate-y-0.5 disabled:pointer-events-none disabled:opacity-40',
        'aria-pressed:bg-ink aria-pressed:text-paper [&_svg]:size-5.5',
        className,
      )}
      {...rest}
    />
  )
}
