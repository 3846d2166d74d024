import { notADigit } from '#game/protocol/constants'

/** A key as an event tells it: what it types, and where it is on the keyboard. */
type Key = { readonly key: string; readonly code: string }

/**
 * What a key means in review: a verdict on the sample shown, or taking the last one back; null when it means nothing.
 * @param likeliest the answer of the main button
 */
export function readKey(pressed: Key, likeliest: number): { readonly verdict: number } | 'undo' | null {
  const key = latinKey(pressed)
  if (/^[0-9]$/.test(key)) return { verdict: Number(key) }
  switch (key) {
    case 'x':
      return { verdict: notADigit }
    case ' ':
      return { verdict: likeliest }
    case 'z':
      return 'undo'
    default:
      return null
  }
}

/** A letter or digit of any keyboard in Latin, small: where it types another script (an Arabic one has no X), its place decides. */
export function latinKey({ key, code }: Key): string {
  const isOtherScript = key.length === 1 && key.charCodeAt(0) > 0x24f
  return (isOtherScript ? (/^(?:Key|Digit|Numpad)(\w)$/.exec(code)?.[1] ?? key) : key).toLowerCase()
}
