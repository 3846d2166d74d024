import { actionPrisma, pagePrisma } from '#server/store/page-store'
import { tallyContributors } from '#server/store/samples/contributor-tally'
import { listAdminActions } from '#server/store/samples/exclude-contributor'
import { listContributors } from '#server/store/samples/list-contributors'
import { AdminFrame } from '../../_web/admin/admin-frame'
import { ContributorsScreen } from '../../_web/admin/contributors/contributors-screen'
import { parseContributorKey } from '../../_web/admin/contributors/query'
import { parsePlace, type SampleQuery } from '../../_web/admin/samples/query'
import { requireAdmin } from '../../_web/admin/session'
import { orBusy } from '../../_web/home/notices/or-busy'

export default orBusy(async function ContributorsPage({
  searchParams,
}: {
  searchParams: Promise<SampleQuery>
}) {
  await requireAdmin()
  const place = parsePlace(await searchParams, parseContributorKey)
  await tallyContributors(actionPrisma())
  const prisma = pagePrisma()
  const [found, actions] = await Promise.all([listContributors(prisma, place), listAdminActions(prisma)])
  return (
    <AdminFrame tab="contributors">
      <ContributorsScreen page={place.page} found={found} actions={actions} />
    </AdminFrame>
  )
})
