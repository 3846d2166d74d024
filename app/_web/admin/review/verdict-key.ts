import { notADigit } from '#game/protocol/constants'

/**
 * What a key means in review: a verdict on the sample shown, or taking the last one back; null when it means nothing.
 * @param likeliest the answer of the main button
 */
export function readKey(key: string, likeliest: number): { readonly verdict: number } | 'undo' | null {
  if (/^[0-9]$/.test(key)) return { verdict: Number(key) }
  switch (key.toLowerCase()) {
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
