'use client'

import { useTranslations } from 'next-intl'
import type { Digit } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import type { DigitTarget } from '#server/store/games/find-targets'
import { useSeconds } from '../../kit/i18n/use-numbers'
import { Panel } from '../../kit/panel'

type DigitTableProps = {
  /** Whose digits these are; undefined for those of who is looking. */
  name?: string
  /** Quickest lock of each digit in this game, ms. */
  here: readonly (readonly [digit: Digit, ms: number | null])[]
  targets: readonly DigitTarget[]
}

/** Digit by digit: this game, par, and the best there is to beat. In the browser's part of the page, like `RankingRows`. */
export function DigitTable({ name, here, targets }: DigitTableProps) {
  const t = useTranslations('result')
  const seconds = useSeconds()
  const longest = Math.max(1, ...here.flatMap(([digit, ms]) => [ms ?? 0, settings.parMs[digit] ?? 0]))
  return (
    <Panel aria-labelledby="digits">
      <h2 id="digits" className="text-2xl">
        {name === undefined ? t('digits') : t('digitsOf', { name })}
      </h2>
      <div className="@container mt-3">
        <table className="w-full table-fixed border-collapse text-[length:min(1em,4.4cqi)]">
          <thead>
            <tr className="border-ink border-b-2 text-[length:min(0.875rem,4.6cqi)] text-muted [&>th]:ps-0 [&>th]:pe-1 [&>th]:py-2 [&>th]:font-medium">
              <th scope="col" className="relative w-[12%]">
                <span className="sr-only">{t('digit')}</span>
              </th>
              <th scope="col" className="w-[32%] text-start">
                {t('here')}
              </th>
              <th scope="col" className="text-end">
                {t('par')}
              </th>
              {name === undefined && (
                <th scope="col" className="text-end">
                  {t('ownBest')}
                </th>
              )}
              <th scope="col" className="text-end">
                {t('todayBest')}
              </th>
            </tr>
          </thead>
          <tbody>
            {here.map(([digit, ms]) => {
              const parMs = settings.parMs[digit] ?? 0
              const target = targets.find((each) => each.digit === digit)
              const time = (bestMs: number | null = null) => (bestMs === null ? t('none') : seconds(bestMs))
              return (
                <tr
                  key={digit}
                  className="figures border-line border-b last:border-0 [&>*]:px-1.5 [&>*]:py-2"
                >
                  <th scope="row" className="text-start font-extrabold text-2xl">
                    {digit}
                  </th>
                  <td>
                    <span className={ms === null ? 'text-muted' : 'font-semibold'}>
                      {ms === null ? t('never') : seconds(ms)}
                    </span>
                    <span
                      aria-hidden="true"
                      className="relative mt-1 block h-2 overflow-hidden rounded-full bg-wash"
                    >
                      <span
                        data-quick={ms !== null && ms <= parMs}
                        className="absolute inset-y-0 start-0 rounded-full bg-edge data-[quick=true]:bg-good"
                        style={{ width: `${((ms ?? 0) / longest) * 100}%` }}
                      />
                      <span
                        className="absolute inset-y-0 w-0.5 bg-ink"
                        style={{ insetInlineStart: `${(parMs / longest) * 100}%` }}
                      />
                    </span>
                  </td>
                  <td className="text-end text-muted">{seconds(parMs)}</td>
                  {name === undefined && <td className="text-end">{time(target?.own)}</td>}
                  <td className="text-end">{time(target?.today)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
