import { pagePrisma } from '#server/store/page-store'
import { listSamples } from '#server/store/samples/list-samples'
import { AdminFrame } from '../../_web/admin/admin-frame'
import { parseFilter, parsePage, type SampleQuery } from '../../_web/admin/samples/query'
import { SampleList } from '../../_web/admin/samples/sample-list'
import { requireAdmin } from '../../_web/admin/session'
import { orBusy } from '../../_web/home/notices/or-busy'

export default orBusy(async function SamplesPage({ searchParams }: { searchParams: Promise<SampleQuery> }) {
  await requireAdmin()
  const query = await searchParams
  const filter = parseFilter(query)
  const page = parsePage(query)
  const found = await listSamples(pagePrisma(), filter, { page })
  return (
    <AdminFrame tab="samples">
      <SampleList filter={filter} page={page} found={found} />
    </AdminFrame>
  )
})
