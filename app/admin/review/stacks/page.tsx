import { getTranslations } from 'next-intl/server'
import { pagePrisma } from '#server/store/page-store'
import { countWaiting } from '#server/store/samples/review-queue'
import { countLooksRight, nextStack } from '#server/store/samples/review-stack'
import { AdminFrame } from '../../../_web/admin/admin-frame'
import { ReviewTabs } from '../../../_web/admin/review/review-tabs'
import { StackDesk } from '../../../_web/admin/review/stack-desk'
import { requireAdmin } from '../../../_web/admin/session'

export default async function StacksPage() {
  await requireAdmin()
  const t = await getTranslations('admin.review')
  const prisma = pagePrisma()
  const [first, waiting, counts] = await Promise.all([
    nextStack(prisma),
    countWaiting(prisma),
    countLooksRight(prisma),
  ])
  return (
    <AdminFrame tab="review">
      <h1 className="sr-only">{t('heading')}</h1>
      <ReviewTabs tab="stacks" waiting={waiting} looksRight={counts.reduce((sum, count) => sum + count, 0)} />
      <StackDesk first={first} />
    </AdminFrame>
  )
}
