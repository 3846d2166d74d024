import { Words } from '../../i18n/words'
import { AdminFrame } from '../admin-frame'
import { listAdminSessions, requireAdmin } from '../session'
import { ServerPanel } from './server-panel'
import { SessionsPanel } from './sessions-panel'

export default async function ServerPage() {
  const here = await requireAdmin()
  const sessions = await listAdminSessions()
  const now = new Date()
  return (
    <Words of={['admin']}>
      <AdminFrame tab="server">
        <ServerPanel />
        <SessionsPanel
          now={now}
          sessions={sessions.map(({ id, createdAt, lastSeenAt }) => ({
            ...{ createdAt, lastSeenAt },
            isHere: id === here.id,
          }))}
        />
      </AdminFrame>
    </Words>
  )
}
