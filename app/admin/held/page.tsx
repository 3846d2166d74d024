import { listHeld } from '#server/store/list-held'
import { pagePrisma } from '#server/store/page-store'
import { Words } from '../../i18n/words'
import { AdminFrame } from '../admin-frame'
import { parsePage, type SampleQuery } from '../samples/query'
import { requireAdmin } from '../session'
import { HeldScreen } from './held-screen'
import { heldLists, parseList } from './query'

export default async function HeldPage({ searchParams }: { searchParams: Promise<SampleQuery> }) {
  await requireAdmin()
  const query = await searchParams
  const list = parseList(query)
  const page = parsePage(query)
  const found = await listHeld(pagePrisma(), heldLists[list], page)
  return (
    <Words of={['admin']}>
      <AdminFrame tab="held">
        <HeldScreen list={list} page={page} found={found} />
      </AdminFrame>
    </Words>
  )
}
