import { getTranslations } from 'next-intl/server'
import { pagePrisma } from '#server/store/page-store'
import { countWaiting, listReviewQueue } from '#server/store/samples/review-queue'
import { countLooksRight } from '#server/store/samples/review-stack'
import { AdminFrame } from '../../_web/admin/admin-frame'
import { ReviewDesk } from '../../_web/admin/review/review-desk'
import { ReviewTabs } from '../../_web/admin/review/review-tabs'
import { requireAdmin } from '../../_web/admin/session'
import { orBusy } from '../../_web/home/notices/or-busy'

export default orBusy(async function ReviewPage() {
  await requireAdmin()
  const t = await getTranslations('admin.review')
  const prisma = pagePrisma()
  const [samples, waiting, counts] = await Promise.all([
    listReviewQueue(prisma),
    countWaiting(prisma),
    countLooksRight(prisma),
  ])
  return (
    <AdminFrame tab="review">
      <h1 className="sr-only">{t('heading')}</h1>
      <ReviewTabs tab="single" waiting={waiting} looksRight={counts.reduce((sum, count) => sum + count, 0)} />
      <ReviewDesk
        waiting={waiting}
        samples={samples.map(({ id, prompt, thousandths, reasons, votes, ink }) => ({
          ...{ id, prompt, thousandths, reasons, votes, ink },
        }))}
      />
    </AdminFrame>
  )
})
