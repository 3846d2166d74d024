import type { FormEvent } from 'react'

/** For `onReset` of a form: React empties it after each action, also after one that refused what was typed. */
export function keepTyped(event: FormEvent): void {
  event.preventDefault()
}
