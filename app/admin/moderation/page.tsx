import { listBanned, listReported } from '#server/store/moderation/list-reported'
import { pagePrisma } from '#server/store/page-store'
import { AdminFrame } from '../../_web/admin/admin-frame'
import { Moderation } from '../../_web/admin/moderation/moderation'
import { parsePage, type SampleQuery } from '../../_web/admin/samples/query'
import { requireAdmin } from '../../_web/admin/session'
import { orBusy } from '../../_web/home/notices/or-busy'

export default orBusy(async function ModerationPage({
  searchParams,
}: {
  searchParams: Promise<SampleQuery>
}) {
  await requireAdmin()
  const prisma = pagePrisma()
  const { page, banned: bannedPage } = await searchParams
  const pages = { reported: parsePage({ page }), banned: parsePage({ page: bannedPage }) }
  const [reported, banned] = await Promise.all([
    listReported(prisma, pages.reported),
    listBanned(prisma, pages.banned),
  ])
  return (
    <AdminFrame tab="moderation">
      <Moderation {...{ reported, banned, pages }} />
    </AdminFrame>
  )
})
