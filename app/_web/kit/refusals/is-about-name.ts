import type { Refusal } from '#game/protocol/refusal'

const aboutName: readonly Refusal[] = ['bad-name', 'insulting-name', 'refused-name', 'private-name']

/** Whether a refusal belongs to the field a name is typed into. */
export function isAboutName(refusal: Refusal): boolean {
  return aboutName.includes(refusal)
}
