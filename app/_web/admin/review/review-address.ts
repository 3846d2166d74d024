import { addressWith, type FilterParams } from '../samples/query'

/** The ways of reviewing. */
const pages = {
  single: '/admin/review',
  stacks: '/admin/review/stacks',
  settle: '/admin/review/settle',
} as const
export type ReviewTab = keyof typeof pages

export const addressOf = (tab: ReviewTab, params: FilterParams) => addressWith(pages[tab], params)

/** All of them. */
export const addressesOf = (params: FilterParams): Record<ReviewTab, string> => ({
  single: addressOf('single', params),
  stacks: addressOf('stacks', params),
  settle: addressOf('settle', params),
})
