import { pagePrisma } from '#server/store/page-store'
import { summarisePlay } from '#server/store/summarise-play'
import { Words } from '../i18n/words'
import { AdminFrame } from './admin-frame'
import { Overview } from './overview'
import { requireAdmin } from './session'

export default async function OverviewPage() {
  await requireAdmin()
  const summary = await summarisePlay(pagePrisma())
  return (
    <Words of={['admin']}>
      <AdminFrame tab="overview">
        <Overview summary={summary} />
      </AdminFrame>
    </Words>
  )
}
