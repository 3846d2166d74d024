import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { Panel } from '../../kit/panel'
import { signOutEverywhere } from '../actions'

type Session = { readonly createdAt: Date; readonly lastSeenAt: Date; readonly isHere: boolean }

/** Where the admin is signed in, and how to end that everywhere. */
export function SessionsPanel({ sessions, now }: { sessions: readonly Session[]; now: Date }) {
  const t = useTranslations('admin.sessions')
  const format = useFormatter()
  return (
    <Panel className="mt-6">
      <h2 className="text-xl">{t('heading')}</h2>
      <ul className="mt-3 grid gap-2">
        {sessions.map(({ createdAt, lastSeenAt, isHere }) => (
          <li key={createdAt.getTime()}>
            {isHere
              ? t('here', { since: format.relativeTime(createdAt, now) })
              : t('elsewhere', {
                  since: format.relativeTime(createdAt, now),
                  seen: format.relativeTime(lastSeenAt, now),
                })}
          </li>
        ))}
      </ul>
      <form action={signOutEverywhere} className="mt-4">
        <Button type="submit" kind="danger" size="small">
          {t('endAll')}
        </Button>
        <p className="mt-2 text-muted">{t('endAllText')}</p>
      </form>
    </Panel>
  )
}
