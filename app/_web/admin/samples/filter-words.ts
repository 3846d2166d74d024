import { useTranslations } from 'next-intl'
import { notADigit } from '#game/protocol/constants'
import type { SampleFilter } from '#server/store/samples/sample-filter'

/** A filter in words, part by part; none for everything. */
export function useFilterWords(filter: SampleFilter): string[] {
  const t = useTranslations('admin.samples')
  const common = useTranslations('common')
  const nameOf = (label: number) => (label === notADigit ? common('notADigit') : String(label))
  const { prompt, label, guess, reason, model, contributor, from, to } = filter
  return [
    ...(prompt === undefined ? [] : [t('prompt', { prompt })]),
    ...(label === undefined ? [] : [t('verdict', { label: nameOf(label) })]),
    ...(guess === undefined ? [] : [t('part', { part: t('guess'), value: nameOf(guess) })]),
    ...(reason === undefined ? [] : [t(`reasons.${reason}`)]),
    ...(model === undefined ? [] : [model]),
    ...(contributor === undefined ? [] : [t('onePlayer')]),
    ...(from === undefined ? [] : [t('part', { part: t('from'), value: from })]),
    ...(to === undefined ? [] : [t('part', { part: t('to'), value: to })]),
  ]
}
