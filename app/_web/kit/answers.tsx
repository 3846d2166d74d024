import { X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { notADigit } from '#game/protocol/constants'
import { leaningOf } from '#game/scoring/answer'
import { settings } from '#game/settings'
import { labels } from '#models/labels'
import { classes } from './classes'

/** Between eleven columns there is no place for gaps that grow with letters. */
const columns = 'grid grid-cols-11 gap-[min(0.25rem,1.2cqi)]'

type AnswersProps = {
  /** Eleven, in the order of the labels; undefined before the first guess. */
  thousandths: readonly number[] | undefined
  prompt?: number
  className?: string
}

/** The eleven answers of the network as columns below the one it leans to, the prompt's own marked, with the height at which it locks. */
export function Answers({ thousandths, prompt, className }: AnswersProps) {
  const t = useTranslations('common')
  const format = useFormatter()
  const nameOf = (label: number) => (label === notADigit ? t('notADigit') : String(label))
  const top = thousandths && leaningOf(thousandths)
  const share = format.number((top?.thousandths ?? 0) / 1000, {
    style: 'percent',
    maximumFractionDigits: 0,
  })
  return (
    <figure className={className}>
      <figcaption className="flex min-h-9 items-baseline gap-2 font-display font-bold text-2xl">
        {!top ? (
          <span className="font-normal font-text text-base text-muted">{t('answers.none')}</span>
        ) : (
          <>
            {top.isSure ? nameOf(top.label) : t('answers.unsure', { guess: nameOf(top.label) })}
            {/* As wide as it can get, at the edge: nothing moves while the network makes up its mind. */}
            <span className="figures ms-auto w-[4.5ch] whitespace-nowrap text-lg text-muted">{share}</span>
          </>
        )}
      </figcaption>
      <div className="@container mt-1" dir="ltr" aria-hidden="true">
        <div className={classes(columns, 'relative h-32')}>
          {labels.map((label, index) => (
            <div key={label} className="relative overflow-hidden rounded-md bg-wash">
              <div
                className={classes(
                  'absolute inset-0 origin-bottom forced-color-adjust-none transition-[scale] duration-75',
                  index === prompt ? 'bg-good' : index === notADigit ? 'bg-edge' : 'bg-accent',
                )}
                style={{ scale: `1 ${(thousandths?.[index] ?? 0) / 1000}` }}
              />
            </div>
          ))}
          <div
            className="absolute inset-x-0 border-edge border-t-2 border-dashed"
            style={{ bottom: `${settings.lockThousandths / 10}%` }}
          />
        </div>
        <div className={classes(columns, 'figures text-center font-semibold text-[length:min(1em,8.5cqi)]')}>
          {labels.map((label, index) => (
            <span key={label} className={index === prompt ? 'text-good underline underline-offset-4' : ''}>
              {index === notADigit ? <X className="mx-auto h-full w-[1em]" /> : label}
            </span>
          ))}
        </div>
      </div>
    </figure>
  )
}
