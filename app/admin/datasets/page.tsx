import path from 'node:path'
import { readConfig } from '#server/config'
import { listDatasets } from '#server/store/datasets/list-datasets'
import { renewDatasets } from '#server/store/datasets/renew-datasets'
import { pagePrisma } from '#server/store/page-store'
import { contributorKey } from '#server/store/samples/contributor-key'
import { AdminFrame } from '../../_web/admin/admin-frame'
import { DatasetsScreen } from '../../_web/admin/datasets/datasets-screen'
import { requireAdmin } from '../../_web/admin/session'

export default async function DatasetsPage() {
  await requireAdmin()
  const prisma = pagePrisma()
  await renewDatasets(prisma, await contributorKey(readConfig()))
  const versions = await listDatasets(prisma, path.resolve('models'))
  return (
    <AdminFrame tab="datasets">
      <DatasetsScreen versions={versions} />
    </AdminFrame>
  )
}
