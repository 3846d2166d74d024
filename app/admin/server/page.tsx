import { AdminFrame } from '../../_web/admin/admin-frame'
import { ServerPanel } from '../../_web/admin/server/server-panel'
import { SessionsPanel } from '../../_web/admin/server/sessions-panel'
import { listAdminSessions, requireAdmin } from '../../_web/admin/session'
import { Words } from '../../_web/kit/i18n/words'

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
