import type { ComponentProps } from 'react'
import { ignoreClick } from './button'
import { classes } from './classes'

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label'> & {
  /** What it does, for those who cannot see the icon and those who wonder. */
  label: string
}

/** Like a `Button` it keeps the focus when it is disabled. */
export function IconButton({ label, disabled = false, onClick, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...(disabled && { 'aria-disabled': true })}
      onClick={disabled ? ignoreClick : onClick}
      aria-label={label}
      data-tip={label}
      className={classes(
        'inline-grid size-11 shrink-0 place-items-center rounded-xl text-ink transition duration-150',
        'hover:bg-wash active:translate-y-0.5 aria-disabled:pointer-events-none aria-disabled:opacity-40',
        'aria-pressed:bg-ink aria-pressed:text-paper [&_svg]:size-5.5',
        className,
      )}
      {...rest}
    />
  )
}
