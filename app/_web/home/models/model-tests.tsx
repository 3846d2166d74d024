import { useFormatter, useTranslations } from 'next-intl'
import { digits } from '#game/protocol/constants'
import type { SetFigures } from '#models/registry/model-card'

const known = {
  t10k: 'mnist',
  'digits-finger': 'finger',
  'digits-pendigits': 'pendigits',
  'digits-unipen': 'unipen',
  'others-omniglot': 'omniglot',
  'others-quickdraw': 'quickdraw',
  'others-unipen': 'unipenOthers',
  nonsense: 'nonsense',
} as const

/** What a version was tested on, and how it did, set by set and digit by digit. */
export function ModelTests({ sets }: { sets: readonly SetFigures[] }) {
  const t = useTranslations('models.tests')
  const format = useFormatter()
  const percent = (share: number | null) =>
    share === null
      ? '–'
      : format.number(share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const nameOf = (name: string) => {
    const start = (Object.keys(known) as (keyof typeof known)[]).find((each) => name.startsWith(each))
    return start ? t(`sets.${known[start]}`) : <bdi>{name}</bdi>
  }
  return (
    <div className="mt-5">
      <h3 className="text-xl">{t('heading')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section aria-label={t('heading')} tabIndex={0} className="-mx-1 overflow-x-auto px-1">
        <table className="figures mt-1 w-full text-end">
          <thead className="font-text text-base text-muted">
            <tr>
              {(['set', 'count', 'right', 'false'] as const).map((column) => (
                <th key={column} scope="col" className="p-1.5 align-bottom font-normal first:text-start">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sets.map(({ name, kind, count, accuracy, falseLocks }) => (
              <tr key={name} className="border-line border-t">
                <th scope="row" className="p-1.5 text-start font-normal font-text">
                  {nameOf(name)}
                </th>
                <td className="p-1.5">{format.number(count)}</td>
                <td className="p-1.5">{kind === 'digits' ? percent(accuracy) : '–'}</td>
                <td className="p-1.5">{percent(falseLocks)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-1 max-w-prose text-base text-muted">{t('hint')}</p>
      <details className="mt-2">
        <summary className="min-h-11 cursor-pointer content-center font-display font-semibold">
          {t('byDigit')}
        </summary>
        <dl dir="ltr" className="grid grid-cols-[repeat(auto-fill,minmax(5rem,1fr))] gap-2">
          {digits.map((digit) => (
            <div key={digit} className="rounded-xl bg-wash p-2 text-center">
              <dt className="figures font-bold text-2xl">{digit}</dt>
              <dd className="figures text-base">{percent(recallOf(sets, digit))}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}

/** The mean over the sets of digits: each says of how many of a digit it was right, and none how many there were. */
function recallOf(sets: readonly SetFigures[], digit: number): number | null {
  const shares = sets.flatMap(({ kind, recall }) => (kind === 'digits' ? (recall[digit] ?? []) : []))
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length
}
