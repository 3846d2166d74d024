import { type ChangeEvent, type ComponentProps, type ReactNode, useId, useRef, useState } from 'react'
import { classes } from './classes'
import { limitText } from './limit-text'

type TextFieldProps = Omit<ComponentProps<'input'>, 'maxLength'> & {
  label: string
  /** Keeps the label for screen readers alone. */
  hidesLabel?: boolean
  hint?: string
  error?: string | null
  /** In code points. Only whole letters are taken: the browser's own limit cuts emoji in half. */
  maxLength?: number
  /** What is said while there is no place for what is typed. */
  full?: string
  /** Stands inside the field, at its end. */
  end?: ReactNode
}

export function TextField({
  label,
  hidesLabel,
  hint,
  error,
  maxLength,
  full,
  end,
  className,
  id,
  onChange,
  ...rest
}: TextFieldProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  const noteId = `${fieldId}-note`
  const [isFull, setFull] = useState(false)
  const limit = useLimit(maxLength ?? Number.POSITIVE_INFINITY, rest.value)
  const problem = error ?? (isFull ? full : null)
  const note = problem ?? hint

  function change(event: ChangeEvent<HTMLInputElement>) {
    setFull(limit(event.target))
    onChange?.(event)
  }

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
          onChange={(event) => {
            // What is being composed, such as Chinese, may be longer than what comes of it.
            if ((event.nativeEvent as InputEvent).isComposing) onChange?.(event)
            else change(event)
          }}
          // With the same target; browsers send no other event for the text that was composed.
          onCompositionEnd={(event) => change(event as unknown as ChangeEvent<HTMLInputElement>)}
        />
        {end !== undefined && <div className="absolute inset-y-0 end-0.5 grid place-items-center">{end}</div>}
      </div>
      {note && (
        <p
          id={noteId}
          role={problem ? 'alert' : undefined}
          className={classes('text-base', problem ? 'text-bad' : 'text-muted')}
        >
          {note}
        </p>
      )}
    </div>
  )
}

/** @param value what a field holds whose text is kept elsewhere @returns takes away what is too much; true where it was */
function useLimit(
  most: number,
  value: ComponentProps<'input'>['value'],
): (field: HTMLInputElement) => boolean {
  const last = useRef('')
  return (field) => {
    const before = typeof value === 'string' && [...value].length <= most ? value : last.current
    const typed = field.value
    const caret = field.selectionEnd ?? typed.length
    const limited = limitText(before, typed, most, caret)
    last.current = limited
    if (limited === typed) return false
    const caretAfter = Math.max(0, caret - (typed.length - limited.length))
    field.value = limited
    field.setSelectionRange(caretAfter, caretAfter)
    return true
  }
}
