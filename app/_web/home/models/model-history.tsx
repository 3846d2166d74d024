import { useFormatter, useTranslations } from 'next-intl'
import type { PromotionRecord } from '#models/champion-schema'
import { shippedVersion } from './shipped'

/** How a version came to judge: when, by whom and why. */
export function ModelHistory({ promotions }: { promotions: readonly PromotionRecord[] }) {
  const t = useTranslations('models.history')
  const format = useFormatter()
  return (
    <div className="mt-5">
      <h3 className="text-xl">{t('heading')}</h3>
      <ul className="mt-1 grid max-w-prose gap-2">
        {promotions.map((promotion) => {
          const { at, by, why, from, isRollBack, objections } = promotion
          const shipped = shippedVersion(promotion)
          return (
            <li key={at}>
              <span className="block text-base text-muted">
                {t(isRollBack ? 'rolledBack' : 'promoted', {
                  date: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }),
                  by: by || t('nobody'),
                })}{' '}
                {from && t('instead', { from })}
              </span>
              {shipped ? t(`shipped.${shipped}`) : <Why text={why} />}
              {objections.length > 0 && (
                <span className="block text-warn">{t('anyway', { count: objections.length })}</span>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** In a language that nobody knows: read out in none, and in the direction of its own letters. */
function Why({ text }: { text: string }) {
  return text ? (
    <bdi lang="" className="block">
      {text}
    </bdi>
  ) : null
}
