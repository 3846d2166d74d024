import 'server-only'
import { pagePrisma } from '#server/store/page-store'
import { measureAgreement } from '#server/store/samples/agreement'
import { filterParams, parseReviewFilter, type SampleQuery } from '../samples/query'
import { requireReviewer } from '../session'
import { AgreementPanel } from './agreement-panel'
import { countReviews } from './count-reviews'
import { addressOf, type ReviewTab } from './review-address'
import { ReviewDesk } from './review-desk'
import { ReviewFrame } from './review-frame'
import { StackDesk } from './stack-desk'

export type ReviewQuery = { readonly searchParams: Promise<SampleQuery> }

/** One way of reviewing. The samples come when the page is open, so that one that is fetched ahead leases none [F12]. */
export async function ReviewPage({ tab, searchParams }: ReviewQuery & { tab: ReviewTab }) {
  const filter = parseReviewFilter(await searchParams)
  const params = filterParams(filter)
  const reviewer = await requireReviewer(addressOf(tab, params))
  const prisma = pagePrisma()
  const [counts, pairs] = await Promise.all([
    countReviews(prisma, reviewer, filter),
    tab === 'settle' ? measureAgreement(prisma) : [],
  ])
  const key = JSON.stringify(params)
  return (
    <ReviewFrame key={key} {...{ tab, filter, reviewer, counts }}>
      {tab === 'stacks' ? <StackDesk params={params} /> : <ReviewDesk kind={tab} params={params} />}
      {tab === 'settle' && <AgreementPanel pairs={pairs} />}
    </ReviewFrame>
  )
}
