import { getTranslations } from 'next-intl/server'
import { pagePrisma } from '#server/store/page-store'
import { listSamples } from '#server/store/samples/list-samples'
import { AdminFrame } from '../../_web/admin/admin-frame'
import { ReviewDesk } from '../../_web/admin/review/review-desk'
import { requireAdmin } from '../../_web/admin/session'
import { Words } from '../../_web/kit/i18n/words'

export default async function ReviewPage() {
  await requireAdmin()
  const words = await getTranslations('admin.review')
  const { samples } = await listSamples(pagePrisma(), { isReviewed: false })
  return (
    <Words of={['admin']}>
      <AdminFrame tab="review">
        <h1 className="sr-only">{words('heading')}</h1>
        <ReviewDesk
          samples={samples.map(({ id, prompt, thousandths, ink }) => ({ id, prompt, thousandths, ink }))}
        />
      </AdminFrame>
    </Words>
  )
}
