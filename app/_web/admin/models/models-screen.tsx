import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RegisteredModel } from '#models/registry/registry'
import { ModelSection } from '../../home/models/model-section'
import { Link } from '../../kit/link'
import { PromoteForm } from './promote-form'

type AdminModelsScreenProps = {
  models: readonly RegisteredModel[]
  /** Training, live accuracy and comparison. */
  children: ReactNode
}

/** [F23] The registry: every version with what can be done about it. */
export function AdminModelsScreen({ models, children }: AdminModelsScreenProps) {
  const t = useTranslations('admin.models')
  return (
    <>
      <h1 className="text-4xl">{t('heading')}</h1>
      <p className="mt-2 max-w-prose text-muted">
        {t('text')}{' '}
        <Link href="/models" className="underline">
          {t('public')}
        </Link>
      </p>
      <div className="mt-5 grid grid-cols-1 gap-6 lg:grid-cols-2 lg:items-start">
        <div className="grid grid-cols-1 gap-6">{children}</div>
        <div className="grid grid-cols-1 gap-6">
          {models.map((model) => (
            <ModelSection key={model.version} model={model}>
              {!model.isChampion && model.bytes !== null && (
                <PromoteForm version={model.version} isRollBack={model.wasChampion} />
              )}
            </ModelSection>
          ))}
        </div>
      </div>
    </>
  )
}
