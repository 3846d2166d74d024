import { type SampleFilter, sampleFilter } from '#server/store/samples/sample-filter'

/** What an address may say about samples; anything else in it is passed over. */
export type SampleQuery = Readonly<Record<string, string | string[] | undefined>>

const reviews = { yes: true, no: false } as const

/** [C11] In the address of an export: `yes` for samples that nobody has reviewed as well. */
export const unreviewedParam = 'unreviewed'

function word(query: SampleQuery, name: string): string | undefined {
  const value = query[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The filter an address asks for, part by part, so that one bad part does not spoil the others. */
export function parseFilter(query: SampleQuery): SampleFilter {
  const prompt = word(query, 'prompt')
  const reviewed = word(query, 'reviewed')
  const parts = [
    { prompt: prompt === undefined ? undefined : Number(prompt) },
    { reason: word(query, 'reason') },
    { contributor: word(query, 'contributor') },
    { isReviewed: reviewed === 'yes' || reviewed === 'no' ? reviews[reviewed] : undefined },
  ]
  const good = parts.flatMap((part) => {
    const parsed = sampleFilter.safeParse(part)
    return parsed.success ? [parsed.data] : []
  })
  return Object.assign({}, ...good)
}

export function parsePage(query: SampleQuery): number {
  const page = Number(word(query, 'page') ?? 1)
  return Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}

/** The filter as the parameters of an address. */
export function filterParams({
  prompt,
  reason,
  isReviewed,
  contributor,
}: SampleFilter): Record<string, string> {
  return {
    ...(prompt === undefined ? {} : { prompt: String(prompt) }),
    ...(reason === undefined ? {} : { reason }),
    ...(isReviewed === undefined ? {} : { reviewed: isReviewed ? 'yes' : 'no' }),
    ...(contributor === undefined ? {} : { contributor }),
  }
}
