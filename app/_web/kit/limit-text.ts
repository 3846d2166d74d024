/** Undefined in Firefox before 125, which pages have to open in all the same. */
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : undefined

type Letter = { readonly segment: string; readonly index: number }

/** Letters as people see them, in whatever language: an emoji of seven parts is one. Without a segmenter, code points. */
function lettersOf(text: string): Letter[] {
  if (segmenter) return [...segmenter.segment(text)]
  let index = 0
  return [...text].map((segment) => {
    const letter = { segment, index }
    index += segment.length
    return letter
  })
}

/**
 * Holds a text that is being typed or pasted to a length, as `maxLength` of a field does, but takes only whole letters: neither half of
 * an emoji, a flag or an accent is left.
 * @param before what the field held
 * @param typed what it holds now
 * @param most in Unicode code points, as schemas count
 * @param caret behind what was added; what stands there was there before
 * @returns as much of what was added as there is place for; what was there before stays
 */
export function limitText(before: string, typed: string, most: number, caret = typed.length): string {
  let length = pointsIn(typed)
  if (length <= most) return typed
  const behind = typed.length - caret
  const from = sameStart(before.slice(0, Math.max(0, before.length - behind)), typed.slice(0, caret))
  const kept = lettersOf(typed)
  for (let last = kept.length - 1; length > most; last--) {
    const { segment = '', index = -1 } = kept[last] ?? {}
    if (index < from) return before
    if (index + segment.length > caret) continue
    kept.splice(last, 1)
    length -= pointsIn(segment)
  }
  return kept.map(({ segment }) => segment).join('')
}

function pointsIn(text: string): number {
  return [...text].length
}

function sameStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}
