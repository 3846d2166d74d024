import { useFormatter, useTranslations } from 'next-intl'

/** @returns writes milliseconds as seconds, to the hundredth, in the reader's language */
export function useSeconds(): (ms: number) => string {
  const t = useTranslations('common')
  const format = useFormatter()
  return (ms) =>
    t('seconds', {
      seconds: format.number(ms / 1000, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    })
}
