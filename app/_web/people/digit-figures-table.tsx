'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { DigitFigures } from '#server/store/players/find-figures'
import { useSeconds } from '../kit/i18n/use-numbers'

/** The figures behind the charts, to be read. */
export function DigitFiguresTable({ digits }: { digits: readonly DigitFigures[] }) {
  const t = useTranslations('profile.digits')
  const format = useFormatter()
  const inSeconds = useSeconds()
  const seconds = (ms: number | null) => (ms === null ? '–' : inSeconds(ms))
  return (
    <details className="mt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-display font-semibold underline decoration-2 decoration-edge underline-offset-4">
        {t('table')}
      </summary>
      <table className="figures mt-1 w-full text-end">
        <thead className="font-text text-base text-muted">
          <tr>
            {(['digit', 'drawings', 'share', 'median', 'quickest'] as const).map((column) => (
              <th
                key={column}
                scope="col"
                className="p-1 align-bottom font-normal leading-tight first:text-start"
              >
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {digits.map(({ digit, drawings, locked, lockMs, bestMs }) => (
            <tr key={digit} className="border-line border-t">
              <th scope="row" className="p-1 text-start font-bold text-xl">
                {format.number(digit)}
              </th>
              <td className="p-1">{format.number(drawings)}</td>
              <td className="p-1">{format.number(locked / drawings, { style: 'percent' })}</td>
              <td className="p-1">{seconds(lockMs)}</td>
              <td className="p-1">{seconds(bestMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
