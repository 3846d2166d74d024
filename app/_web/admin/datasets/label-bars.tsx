import { useFormatter, useTranslations } from 'next-intl'
import { notADigit } from '#game/protocol/constants'
import { labels } from '#models/labels'

/** How many there are of each label, as bars and as figures. @param counts in the order of the labels */
export function LabelBars({ counts }: { counts: readonly number[] }) {
  const t = useTranslations('admin.datasets')
  const common = useTranslations('common')
  const format = useFormatter()
  const most = Math.max(1, ...counts)
  return (
    <figure>
      <figcaption className="text-base text-muted">{t('balance')}</figcaption>
      <ol className="mt-1 grid grid-cols-11 gap-1" dir="ltr">
        {labels.map((name, label) => (
          <li key={name} className="grid grid-cols-1 text-center text-base">
            <span className="figures">{format.number(counts[label] ?? 0, { notation: 'compact' })}</span>
            <span aria-hidden="true" className="flex h-16 items-end rounded-md bg-wash">
              <span
                className="w-full rounded-md bg-accent"
                style={{ height: `${(100 * (counts[label] ?? 0)) / most}%` }}
              />
            </span>
            <span className="figures font-semibold">
              {label === notADigit ? <abbr title={common('notADigit')}>{'✕'}</abbr> : name}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
