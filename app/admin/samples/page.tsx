import path from 'node:path'
import { listVersions } from '#models/versions'
import { pagePrisma } from '#server/store/page-store'
import { findLastBulk } from '#server/store/samples/bulk-review'
import { listSamples } from '#server/store/samples/list-samples'
import { AdminFrame } from '../../_web/admin/admin-frame'
import { parseFilter, parsePlace, parseSampleKey, type SampleQuery } from '../../_web/admin/samples/query'
import { SampleList } from '../../_web/admin/samples/sample-list'
import { requireAdmin } from '../../_web/admin/session'
import { orBusy } from '../../_web/home/notices/or-busy'

export default orBusy(async function SamplesPage({ searchParams }: { searchParams: Promise<SampleQuery> }) {
  const { reviewer } = await requireAdmin()
  const query = await searchParams
  const filter = parseFilter(query)
  const place = parsePlace(query, parseSampleKey)
  const prisma = pagePrisma()
  const { contributor } = filter
  const [found, models, player, lastBulk] = await Promise.all([
    listSamples(prisma, filter, place),
    listVersions(path.resolve('models')),
    contributor ? prisma.player.findUnique({ where: { id: contributor }, select: { name: true } }) : null,
    reviewer === null ? null : findLastBulk(prisma, reviewer),
  ])
  return (
    <AdminFrame tab="samples">
      <SampleList
        {...{ filter, page: place.page, found, models, reviewer, lastBulk }}
        contributorName={player?.name ?? null}
      />
    </AdminFrame>
  )
})
