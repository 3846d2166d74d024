import { BadgeCheck } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RegisteredModel } from '#models/registry/registry'
import { Panel } from '../../kit/panel'
import { ModelHistory } from './model-history'
import { ModelTests } from './model-tests'

/** A version: what it is, who taught it, how it did in tests, and how it came to judge. */
export function ModelSection({ model, children }: { model: RegisteredModel; children?: ReactNode }) {
  const t = useTranslations('models')
  const { version, isChampion, sets, promotions } = model
  return (
    <Panel aria-labelledby={version}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id={version} className="text-3xl">
          <bdi>{version}</bdi>
        </h2>
        {isChampion && (
          <p className="inline-flex items-center gap-2 font-display font-semibold text-good">
            <BadgeCheck aria-hidden="true" className="size-5" />
            {t('now')}
          </p>
        )}
      </div>
      <Facts model={model} />
      {sets ? <ModelTests sets={sets} /> : <p className="mt-4 text-muted">{t('tests.none')}</p>}
      {promotions.length > 0 && <ModelHistory promotions={promotions} />}
      {children}
    </Panel>
  )
}

function Facts({ model }: { model: RegisteredModel }) {
  const t = useTranslations('models')
  const format = useFormatter()
  const { bytes, seesStrokes, perSecond, training, players } = model
  const { samples, contributors } = players
  const { examples, epochs, from } = training
  return (
    <ul className="mt-3 grid max-w-prose gap-1">
      <li className="font-semibold">
        {samples > 0 && contributors !== null
          ? t('taughtBy', { samples, contributors })
          : t('taught', { samples })}
      </li>
      {examples !== null && epochs !== null && <li>{t('trained', { examples, epochs })}</li>}
      {from.length > 0 && <li>{t('wentOn', { from: from.join(', ') })}</li>}
      {bytes !== null && <li>{t(seesStrokes ? 'seesStrokes' : 'seesPictures')}</li>}
      {bytes !== null && (
        <li className="text-muted">
          {perSecond === null
            ? t('size', { kilobytes: Math.round(bytes / 1024) })
            : t('speed', {
                kilobytes: Math.round(bytes / 1024),
                perSecond: format.number(perSecond, { maximumSignificantDigits: 2 }),
              })}
        </li>
      )}
    </ul>
  )
}
