import { useFormatter, useTranslations } from 'next-intl'
import { intervalOf } from '#models/evaluation/statistics'
import type { PairAgreement } from '#server/store/samples/agreement'
import { Panel } from '../../kit/panel'

/** [F13] How often two reviewers say the same of one drawing, neither knowing of the other, with how sure that is. */
export function AgreementPanel({ pairs }: { pairs: readonly PairAgreement[] }) {
  const t = useTranslations('admin.review.agreement')
  const sum = (part: 'count' | 'agreed') => pairs.reduce((total, pair) => total + pair[part], 0)
  const all = { count: sum('count'), agreed: sum('agreed') }
  return (
    <Panel aria-labelledby="agreement" className="mt-8">
      <h2 id="agreement" className="text-2xl">
        {t('heading')}
      </h2>
      {all.count === 0 ? (
        <p className="mt-1 max-w-prose text-muted">{t('none')}</p>
      ) : (
        <>
          <Share {...all} isLarge />
          <ul className="mt-3">
            {pairs.map(({ one, other, ...pair }) => (
              <li key={`${one} ${other}`} className="border-line border-t py-2">
                <p className="font-semibold">{t('pair', { one, other })}</p>
                <Share {...pair} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

type ShareProps = { count: number; agreed: number; isLarge?: boolean }

function Share({ count, agreed, isLarge = false }: ShareProps) {
  const t = useTranslations('admin.review.agreement')
  const format = useFormatter()
  const { low, high } = intervalOf(agreed, count)
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <p>
      <span className={`figures font-extrabold ${isLarge ? 'text-4xl' : 'text-xl'}`}>
        {percent(agreed / count)}
      </span>{' '}
      <span className="text-base text-muted">
        {t('of', { count, low: percent(low), high: percent(high) })}
      </span>
    </p>
  )
}
