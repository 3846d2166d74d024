import { listBanned, listReported } from '#server/store/moderation/list-reported'
import { pagePrisma } from '#server/store/page-store'
import { AdminFrame } from '../../_web/admin/admin-frame'
import { Moderation } from '../../_web/admin/moderation/moderation'
import { requireAdmin } from '../../_web/admin/session'

export default async function ModerationPage() {
  await requireAdmin()
  const prisma = pagePrisma()
  const [reported, banned] = await Promise.all([listReported(prisma), listBanned(prisma)])
  return (
    <AdminFrame tab="moderation">
      <Moderation reported={reported} banned={banned} />
    </AdminFrame>
  )
}
