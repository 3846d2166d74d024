import { useFormatter, useTranslations } from 'next-intl'

/** How many there are of each label, as bars and as figures. */
export function LabelBars({ labels, notADigit }: { labels: readonly number[]; notADigit: number }) {
  const t = useTranslations('admin.datasets')
  const common = useTranslations('common')
  const format = useFormatter()
  const most = Math.max(1, ...labels)
  return (
    <figure>
      <figcaption className="text-base text-muted">{t('balance')}</figcaption>
      <ol className="mt-1 grid grid-cols-11 gap-1" dir="ltr">
        {labels.map((count, label) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a label is its place.
            key={label}
            className="grid grid-cols-1 text-center text-base"
          >
            <span className="figures text-base">{format.number(count, { notation: 'compact' })}</span>
            <span aria-hidden="true" className="flex h-16 items-end rounded-md bg-wash">
              <span className="w-full rounded-md bg-accent" style={{ height: `${(100 * count) / most}%` }} />
            </span>
            <span className="figures font-semibold">
              {label === notADigit ? <abbr title={common('notADigit')}>{'✕'}</abbr> : label}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
