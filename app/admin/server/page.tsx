import { Words } from '../../i18n/words'
import { AdminFrame } from '../admin-frame'
import { requireAdmin } from '../session'
import { ServerPanel } from './server-panel'

export default async function ServerPage() {
  await requireAdmin()
  return (
    <Words of={['admin']}>
      <AdminFrame tab="server">
        <ServerPanel />
      </AdminFrame>
    </Words>
  )
}
