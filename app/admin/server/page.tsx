import { AdminFrame } from '../../_web/admin/admin-frame'
import { ServerPanel } from '../../_web/admin/server/server-panel'
import { SessionsPanel } from '../../_web/admin/server/sessions-panel'
import { listAdminSessions, requireAdmin } from '../../_web/admin/session'
import { MessagesProvider } from '../../_web/kit/i18n/messages-provider'

export default async function ServerPage() {
  const here = await requireAdmin()
  const sessions = await listAdminSessions()
  const now = new Date()
  return (
    <MessagesProvider of={['admin']}>
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
    </MessagesProvider>
  )
}
