import { useFormatter, useTranslations } from 'next-intl'
import { notADigit } from '#game/protocol/constants'
import type { AdminActionRecord } from '#server/store/samples/exclude-contributor'
import { Panel } from '../../kit/panel'

/** What was done about contributors, newest first. */
export function ActionLog({ actions }: { actions: AdminActionRecord[] }) {
  const t = useTranslations('admin.contributors.log')
  const common = useTranslations('common')
  const format = useFormatter()
  const nameOf = (label: number | null) =>
    label === null ? t('asAsked') : label === notADigit ? common('notADigit') : String(label)
  return (
    <Panel>
      <h2 className="text-2xl">{t('heading')}</h2>
      <ul className="mt-2">
        {actions.map(({ id, kind, actor, name, samples, label, at }) => (
          <li key={id} className="border-line border-t py-2 text-base">
            {t(kind, { name: name ?? t('former'), count: samples, label: nameOf(label) })}{' '}
            <span className="text-muted">
              {t('by', { actor, date: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }) })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
