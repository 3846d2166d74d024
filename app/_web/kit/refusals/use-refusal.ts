import { useTranslations } from 'next-intl'
import type { Refusal } from '#game/protocol/refusal'

/** @returns says what stands in the way and what to do about it, in the reader's language: each refusal has a sentence of its own */
export function useRefusal(): (refusal: Refusal) => string {
  const t = useTranslations('refusal')
  return t
}

const aboutName: readonly Refusal[] = [
  'bad-name',
  'long-name',
  'insulting-name',
  'refused-name',
  'private-name',
]

/** Whether a refusal belongs to the field a name is typed into. */
export function isAboutName(refusal: Refusal): boolean {
  return aboutName.includes(refusal)
}
