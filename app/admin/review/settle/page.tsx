import { ReviewPage, type ReviewQuery } from '../../../_web/admin/review/review-page'
import { orBusy } from '../../../_web/home/notices/or-busy'

export default orBusy(async function SettlePage({ searchParams }: ReviewQuery) {
  return ReviewPage({ tab: 'settle', searchParams })
})
