import { useFormatter, useTranslations } from 'next-intl'
import type { AdminActionRecord } from '#server/store/samples/exclude-contributor'
import { Panel } from '../../kit/panel'

/** What was done about contributors, newest first. */
export function ActionLog({ actions }: { actions: AdminActionRecord[] }) {
  const t = useTranslations('admin.contributors.log')
  const format = useFormatter()
  return (
    <Panel>
      <h2 className="text-2xl">{t('heading')}</h2>
      <ul className="mt-2">
        {actions.map(({ id, kind, actor, name, samples, at }) => (
          <li key={id} className="border-line border-t py-2 text-base">
            {t(kind, { name: name ?? t('former'), count: samples })}{' '}
            <span className="text-muted">
              {t('by', { actor, date: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }) })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
