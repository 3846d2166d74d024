import { useTranslations } from 'next-intl'
import type { DatasetVersion } from '#server/store/datasets/list-datasets'
import { EmptyState } from '../../kit/panel'
import { DatasetCard } from './dataset-card'
import { FreezeForm } from './freeze-form'

type DatasetsScreenProps = { versions: readonly DatasetVersion[]; models: readonly string[] }

/** [F10] All versions of all datasets, newest first, and the way to a new one. */
export function DatasetsScreen({ versions, models }: DatasetsScreenProps) {
  const t = useTranslations('admin.datasets')
  return (
    <div className="grid grid-cols-1 gap-6">
      <div>
        <h1 className="text-4xl">{t('heading')}</h1>
        <p className="max-w-prose text-muted">{t('text')}</p>
      </div>
      <FreezeForm models={models} />
      {versions.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <ul className="grid grid-cols-1 gap-4 lg:grid-cols-2">
          {versions.map((version) => (
            <DatasetCard key={version.id} dataset={version} />
          ))}
        </ul>
      )}
    </div>
  )
}
