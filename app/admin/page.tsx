import { pagePrisma } from '#server/store/page-store'
import { summarisePlay } from '#server/store/samples/summarise-play'
import { AdminFrame } from '../_web/admin/admin-frame'
import { Overview } from '../_web/admin/overview'
import { requireAdmin } from '../_web/admin/session'
import { orBusy } from '../_web/home/notices/or-busy'

export default orBusy(async function OverviewPage() {
  await requireAdmin()
  const summary = await summarisePlay(pagePrisma())
  return (
    <AdminFrame tab="overview">
      <Overview summary={summary} />
    </AdminFrame>
  )
})
