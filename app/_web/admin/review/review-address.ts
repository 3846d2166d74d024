import { addressWith, type FilterParams } from '../samples/query'

/** The ways of reviewing. */
export const reviewAddresses = {
  single: '/admin/review',
  stacks: '/admin/review/stacks',
  settle: '/admin/review/settle',
} as const
export type ReviewTab = keyof typeof reviewAddresses

export const addressOf = (tab: ReviewTab, params: FilterParams) => addressWith(reviewAddresses[tab], params)
