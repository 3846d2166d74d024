import path from 'node:path'
import { listVersions } from '#models/versions'
import { readConfig } from '#server/config'
import { contributorKey } from '#server/host/secrets'
import { listDatasets } from '#server/store/datasets/list-datasets'
import { renewDatasets } from '#server/store/datasets/renew-datasets'
import { actionPrisma, pagePrisma } from '#server/store/page-store'
import { AdminFrame } from '../../_web/admin/admin-frame'
import { DatasetsScreen } from '../../_web/admin/datasets/datasets-screen'
import { requireAdmin } from '../../_web/admin/session'

export default async function DatasetsPage() {
  await requireAdmin()
  await renewDatasets(actionPrisma(), await contributorKey(readConfig()))
  const folder = path.resolve('models')
  const [versions, models] = await Promise.all([listDatasets(pagePrisma(), folder), listVersions(folder)])
  return (
    <AdminFrame tab="datasets">
      <DatasetsScreen {...{ versions, models }} />
    </AdminFrame>
  )
}
