import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from './classes'

type TextFieldProps = ComponentProps<'input'> & {
  label: string
  /** Keeps the label for screen readers alone. */
  hidesLabel?: boolean
  hint?: string
  error?: string | null
  /** Stands inside the field, at its end. */
  end?: ReactNode
}

export function TextField({ label, hidesLabel, hint, error, end, className, id, ...rest }: TextFieldProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  const noteId = `${fieldId}-note`
  const note = error ?? hint
  return (
    <div className="grid gap-1.5">
      <label
        htmlFor={fieldId}
        className={hidesLabel ? 'sr-only' : 'font-display font-semibold text-base leading-tight'}
      >
        {label}
      </label>
      <div className="relative">
        <input
          id={fieldId}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? noteId : undefined}
          className={classes(
            'min-h-12 w-full min-w-0 rounded-2xl border-2 border-edge bg-card px-4 text-ink text-lg',
            'placeholder:text-muted hover:border-ink focus-visible:border-ink aria-invalid:border-bad',
            end !== undefined && 'pe-13',
            className,
          )}
          {...rest}
        />
        {end !== undefined && <div className="absolute inset-y-0 end-0.5 grid place-items-center">{end}</div>}
      </div>
      {note && (
        <p
          id={noteId}
          role={error ? 'alert' : undefined}
          className={classes('text-base', error ? 'text-bad' : 'text-muted')}
        >
          {note}
        </p>
      )}
    </div>
  )
}
