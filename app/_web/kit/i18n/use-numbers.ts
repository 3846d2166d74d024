import { useFormatter, useTranslations } from 'next-intl'
import type { Sum } from '#game/protocol/scalars'

type SumTexts = {
  /** As it is written, with its answer where that may be told. */
  readonly written: (sum: Sum, answer?: number) => string
  /** As it is read out. */
  readonly spoken: (sum: Sum) => string
}

/** Sums in the signs and words of the reader's language. They run from left to right everywhere. */
export function useSum(): SumTexts {
  const t = useTranslations('common.sums')
  const partsOf = ({ left, right }: Sum) => ({ left: String(left), right: String(right) })
  const leftToRight = (text: string) => `\u2066${text.replaceAll(' ', '\u00a0')}\u2069`
  return {
    written(sum, answer) {
      const text = t(sum.sign, partsOf(sum))
      return leftToRight(answer === undefined ? text : t('solved', { sum: text, answer: String(answer) }))
    },
    spoken: (sum) => t(`spoken.${sum.sign}`, partsOf(sum)),
  }
}

/** @returns writes milliseconds as seconds, to the hundredth, in the reader's language */
export function useSeconds(): (ms: number) => string {
  const t = useTranslations('common')
  const format = useFormatter()
  return (ms) =>
    t('seconds', {
      seconds: format.number(ms / 1000, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    })
}
