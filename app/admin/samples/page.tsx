import { listSamples } from '#server/store/list-samples'
import { pagePrisma } from '#server/store/page-store'
import { Words } from '../../i18n/words'
import { AdminFrame } from '../admin-frame'
import { requireAdmin } from '../session'
import { parseFilter, parsePage, type SampleQuery } from './query'
import { SampleList } from './sample-list'

export default async function SamplesPage({ searchParams }: { searchParams: Promise<SampleQuery> }) {
  await requireAdmin()
  const query = await searchParams
  const filter = parseFilter(query)
  const page = parsePage(query)
  const found = await listSamples(pagePrisma(), filter, page)
  return (
    <Words of={['admin']}>
      <AdminFrame tab="samples">
        <SampleList filter={filter} page={page} found={found} />
      </AdminFrame>
    </Words>
  )
}
