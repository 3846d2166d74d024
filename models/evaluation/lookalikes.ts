/**
 * Labels of drawings that are no digits, but a 1, a 7, a 0 and a 7 with a bar to anyone who was asked for one, though their set does not
 * mark them: Korean letters in Omniglot. They count; figures without them stand beside.
 */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ['Korean/character21', 'ㅣ'],
  ['Korean/character22', 'ㄱ'],
  ['Korean/character33', 'ㅇ'],
  ['Korean/character37', 'ㅋ'],
])

export const isLookalikeLabel = (label: string) => lookalikes.has(label)

/** A label as reports show it, with the letter that it stands for where it may be read as a digit. */
export function labelText(label: string): string {
  const letter = lookalikes.get(label)
  return letter ? `${label} (${letter}, lookalike)` : label
}
