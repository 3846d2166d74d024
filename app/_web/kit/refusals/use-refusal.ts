import { useTranslations } from 'next-intl'
import type { Refusal } from '#game/protocol/refusal'

/** @returns tells what stands in the way and what to do about it, in the reader's language: each refusal has a sentence of its own */
export function useRefusal(): (refusal: Refusal) => string {
  const words = useTranslations('refusal')
  return words
}
