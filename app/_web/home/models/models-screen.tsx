import { useTranslations } from 'next-intl'
import type { RegisteredModel } from '#models/registry/registry'
import { SiteHeader } from '../site-header'
import { ModelSection } from './model-section'

/** [F23] Every version of the network, for everybody. */
export function ModelsScreen({ models }: { models: readonly RegisteredModel[] }) {
  const t = useTranslations('models')
  return (
    <>
      <SiteHeader />
      <main id="main" className="page max-w-3xl">
        <h1 className="mt-4 text-4xl sm:text-6xl">{t('heading')}</h1>
        <p className="mt-3 max-w-prose text-xl">{t('intro')}</p>
        <div className="mt-6 grid grid-cols-1 gap-5">
          {models.map((model) => (
            <ModelSection key={model.version} model={model} />
          ))}
        </div>
      </main>
    </>
  )
}
