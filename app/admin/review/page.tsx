import { getTranslations } from 'next-intl/server'
import { listSamples } from '#server/store/list-samples'
import { pagePrisma } from '#server/store/page-store'
import { Words } from '../../i18n/words'
import { AdminFrame } from '../admin-frame'
import { requireAdmin } from '../session'
import { ReviewDesk } from './review-desk'

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
