import { pagePrisma } from '#server/store/page-store'
import { listReviewers } from '#server/store/samples/reviewers'
import { AdminFrame } from '../../../_web/admin/admin-frame'
import { ReviewerForm } from '../../../_web/admin/review/reviewer-form'
import type { SampleQuery } from '../../../_web/admin/samples/query'
import { requireAdmin } from '../../../_web/admin/session'
import { orBusy } from '../../../_web/home/notices/or-busy'

export default orBusy(async function ReviewerNamePage({
  searchParams,
}: {
  searchParams: Promise<SampleQuery>
}) {
  await requireAdmin()
  const { back } = await searchParams
  return (
    <AdminFrame tab="review">
      <ReviewerForm known={await listReviewers(pagePrisma())} back={String(back ?? '')} />
    </AdminFrame>
  )
})
