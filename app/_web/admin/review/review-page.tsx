import 'server-only'
import { pagePrisma } from '#server/store/page-store'
import { measureAgreement } from '#server/store/samples/agreement'
import { countWaiting } from '#server/store/samples/review-queue'
import { countLooksRight } from '#server/store/samples/review-stack'
import { filterParams, parseReviewFilter, type SampleQuery } from '../samples/query'
import { requireReviewer } from '../session'
import { AgreementPanel } from './agreement-panel'
import { ReviewDesk } from './review-desk'
import { ReviewFrame } from './review-frame'
import { addressOf, type ReviewTab } from './review-tabs'
import { StackDesk } from './stack-desk'

export type ReviewQuery = { readonly searchParams: Promise<SampleQuery> }

/** One way of reviewing. The samples come when the page is open, so that one that is fetched ahead leases none [F12]. */
export async function ReviewPage({ tab, searchParams }: ReviewQuery & { tab: ReviewTab }) {
  const filter = parseReviewFilter(await searchParams)
  const params = filterParams(filter)
  const reviewer = await requireReviewer(addressOf(tab, params))
  const prisma = pagePrisma()
  const [{ single, disputed }, looksRight, pairs] = await Promise.all([
    countWaiting(prisma, reviewer, filter),
    countLooksRight(prisma, filter),
    tab === 'settle' ? measureAgreement(prisma) : [],
  ])
  const stacks = looksRight.reduce((sum, count) => sum + count, 0)
  const key = JSON.stringify(params)
  return (
    <ReviewFrame {...{ tab, filter, reviewer }} counts={{ single, stacks, settle: disputed }}>
      {tab === 'stacks' ? (
        <StackDesk key={key} params={params} />
      ) : (
        <ReviewDesk key={key} kind={tab} params={params} />
      )}
      {tab === 'settle' && <AgreementPanel pairs={pairs} />}
    </ReviewFrame>
  )
}
