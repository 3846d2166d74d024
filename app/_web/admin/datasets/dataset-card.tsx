import { useFormatter, useTranslations } from 'next-intl'
import type { DatasetVersion } from '#server/store/datasets/list-datasets'
import { ExportForm } from '../export/export-form'
import { useFilterWords } from '../samples/filter-words'
import { LabelBars } from './label-bars'

/** A version of a dataset: what is in it, how to tell it from others, and its download. */
export function DatasetCard({ dataset }: { dataset: DatasetVersion }) {
  const t = useTranslations('admin.datasets')
  const format = useFormatter()
  const {
    name,
    version,
    createdAt,
    count,
    gold,
    contributors,
    leftOut,
    sha256,
    withdrawn,
    touched,
    isLast,
    filter,
  } = dataset
  const asked = useFilterWords(filter)
  const facts = [
    ['frozen', format.dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' })],
    ['samples', format.number(count)],
    ['contributors', format.number(contributors)],
    ['train', format.number(count - gold)],
    ['gold', format.number(gold)],
    ['leftOut', format.number(leftOut)],
    ['filter', asked.length > 0 ? format.list(asked) : t('everything')],
  ] as const
  return (
    <li className="grid grid-cols-1 content-start gap-4 rounded-sheet border border-line bg-card p-4">
      <h2 className="text-2xl" dir="ltr">
        {t('title', { name, version })}
      </h2>
      {withdrawn > 0 && (
        <p className="text-base text-warn">
          {t('withdrawn', { count: withdrawn })}
          {touched.length > 0 && ` ${t('touched', { models: format.list(touched) })}`}
        </p>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-base">
        {facts.map(([fact, value]) => (
          <div key={fact} className="contents">
            <dt className="text-muted">{t(`facts.${fact}`)}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
        <dt className="text-muted">{t('facts.sha256')}</dt>
        <dd className="break-all font-mono text-base" dir="ltr">
          {sha256}
        </dd>
      </dl>
      <LabelBars counts={dataset.labels} />
      {isLast ? (
        <ExportForm params={{ dataset: name, version: String(version) }} />
      ) : (
        <details>
          <summary className="min-h-11 cursor-pointer text-base">{t('older')}</summary>
          <ExportForm params={{ dataset: name, version: String(version) }} />
        </details>
      )}
    </li>
  )
}
