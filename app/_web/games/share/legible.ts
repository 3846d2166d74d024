/**
 * What the letters of a card can write: Latin with all its marks, digits and punctuation. Anything else is left out, since
 * a missing letter would be looked for on the network.
 */
export function legible(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
