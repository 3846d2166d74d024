import { AdminFrame } from '../../_web/admin/admin-frame'
import { ServerPanel } from '../../_web/admin/server/server-panel'
import { SessionsPanel } from '../../_web/admin/server/sessions-panel'
import { listAdminSessions, requireAdmin } from '../../_web/admin/session'

export default async function ServerPage() {
  const here = await requireAdmin()
  const sessions = await listAdminSessions()
  const now = new Date()
  return (
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
  )
}
