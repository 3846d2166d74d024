import { listHeld } from '#server/store/moderation/list-held'
import { pagePrisma } from '#server/store/page-store'
import { AdminFrame } from '../../_web/admin/admin-frame'
import { HeldScreen } from '../../_web/admin/held/held-screen'
import { heldLists, parseList } from '../../_web/admin/held/query'
import { parsePage, type SampleQuery } from '../../_web/admin/samples/query'
import { requireAdmin } from '../../_web/admin/session'
import { orBusy } from '../../_web/home/notices/or-busy'

export default orBusy(async function HeldPage({ searchParams }: { searchParams: Promise<SampleQuery> }) {
  await requireAdmin()
  const query = await searchParams
  const list = parseList(query)
  const page = parsePage(query)
  const found = await listHeld(pagePrisma(), heldLists[list], page)
  return (
    <AdminFrame tab="held">
      <HeldScreen list={list} page={page} found={found} />
    </AdminFrame>
  )
})
