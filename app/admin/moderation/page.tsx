import { listBanned, listReported } from '#server/store/list-reported'
import { pagePrisma } from '#server/store/page-store'
import { Words } from '../../i18n/words'
import { AdminFrame } from '../admin-frame'
import { requireAdmin } from '../session'
import { Moderation } from './moderation'

export default async function ModerationPage() {
  await requireAdmin()
  const prisma = pagePrisma()
  const [reported, banned] = await Promise.all([listReported(prisma), listBanned(prisma)])
  return (
    <Words of={['admin']}>
      <AdminFrame tab="moderation">
        <Moderation reported={reported} banned={banned} />
      </AdminFrame>
    </Words>
  )
}
