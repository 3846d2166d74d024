import { useFormatter, useTranslations } from 'next-intl'

/** @returns writes milliseconds as seconds, to the hundredth, in the reader's language */
export function useSeconds(): (ms: number) => string {
  const words = useTranslations('common')
  const format = useFormatter()
  return (ms) =>
    words('seconds', {
      seconds: format.number(ms / 1000, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    })
}
