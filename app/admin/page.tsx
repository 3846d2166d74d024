import { pagePrisma } from '#server/store/page-store'
import { measureLiveAccuracy } from '#server/store/samples/live-accuracy'
import { summarisePlay } from '#server/store/samples/summarise-play'
import { AdminFrame } from '../_web/admin/admin-frame'
import { Overview } from '../_web/admin/overview'
import { requireAdmin } from '../_web/admin/session'
import { orBusy } from '../_web/home/notices/or-busy'
import { readChampion } from '../_web/ink/judge/read-champion'

export default orBusy(async function OverviewPage() {
  await requireAdmin()
  const prisma = pagePrisma()
  const [summary, champion, measured] = await Promise.all([
    summarisePlay(prisma),
    readChampion(),
    measureLiveAccuracy(prisma),
  ])
  return (
    <AdminFrame tab="overview">
      <Overview {...{ summary, champion, measured }} />
    </AdminFrame>
  )
})
