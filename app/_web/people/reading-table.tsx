'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { notADigit } from '#game/protocol/constants'
import { labels } from '#models/labels'
import type { DigitReading } from '#server/store/players/find-figures'

const digits = labels.map((_, label) => label).filter((label) => label !== notADigit)
const answers = [...digits, notADigit]

/** A confusion matrix as a heat map that can be read: rows are prompts, columns what was read. */
export function ReadingTable({ readings }: { readings: readonly DigitReading[] }) {
  const t = useTranslations('profile.readings')
  const countOf = (prompt: number, label: number) =>
    readings.find((each) => each.prompt === prompt && each.label === label)?.count ?? 0
  const nameOf = (label: number) =>
    label === notADigit ? (
      <>
        <X aria-hidden="true" className="mx-auto size-4" strokeWidth={3} />
        <span className="sr-only">{t('none')}</span>
      </>
    ) : (
      label
    )
  return (
    <table className="figures w-full table-fixed border-separate border-spacing-0.5 text-center text-sm">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{t('asked')}</span>
          </th>
          {answers.map((label) => (
            <th key={label} scope="col" className="pb-1 text-base text-muted">
              {nameOf(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {digits.map((prompt) => {
          const sum = answers.reduce((total, label) => total + countOf(prompt, label), 0)
          return (
            <tr key={prompt}>
              <th scope="row" className="text-base">
                {prompt}
              </th>
              {answers.map((label) => {
                const count = countOf(prompt, label)
                return (
                  <td
                    key={label}
                    className="h-7 rounded-md bg-wash"
                    style={count > 0 ? { background: heat(count / sum, label === prompt) } : undefined}
                  >
                    {count > 0 ? count : ''}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Never so strong that ink could not be read on it. @param share 0 to 1, of the row */
function heat(share: number, isRight: boolean): string {
  const percent = Math.round(14 + 40 * share)
  return `color-mix(in oklab, var(--color-${isRight ? 'good' : 'accent'}) ${percent}%, var(--color-card))`
}
