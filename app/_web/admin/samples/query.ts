import type { SampleCursor } from '#server/store/samples/list-samples'
import { type SampleFilter, sampleFilter } from '#server/store/samples/sample-filter'

/** What an address may say about samples; anything else in it is passed over. */
export type SampleQuery = Readonly<Record<string, string | string[] | undefined>>

/** A filter as the parameters of an address. */
export type FilterParams = Readonly<Record<string, string>>

const reviews = { yes: true, no: false } as const

/** [C11] In the address of an export: `yes` for samples that nobody has reviewed as well. */
export const unreviewedParam = 'unreviewed'

function word(query: SampleQuery, name: string): string | undefined {
  const value = query[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

const texts = ['reason', 'model', 'contributor', 'from', 'to'] as const
const numbers = ['prompt', 'label', 'guess'] as const

/** The filter an address asks for, part by part, so that one bad part does not spoil the others. */
export function parseFilter(query: SampleQuery): SampleFilter {
  const reviewed = word(query, 'reviewed')
  const parts = [
    ...texts.map((name) => ({ [name]: word(query, name) })),
    ...numbers.map((name) => ({ [name]: numberIn(word(query, name)) })),
    { isReviewed: reviewed === 'yes' || reviewed === 'no' ? reviews[reviewed] : undefined },
  ]
  const good = parts.flatMap((part) => {
    const parsed = sampleFilter.safeParse(part)
    return parsed.success ? [parsed.data] : []
  })
  const whole: SampleFilter = Object.assign({}, ...good)
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined))
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

/** What review can be narrowed by: whether something has a label, and which, follows from the page. */
export function parseReviewFilter(query: SampleQuery): SampleFilter {
  const { isReviewed: _, label: __, ...filter } = parseFilter(query)
  return filter
}

export function parsePage(query: SampleQuery): number {
  const page = Number(word(query, 'page') ?? 1)
  return Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}

/** A page that is counted from the first one reads all those before it, so an address gets no further by its number alone. */
const mostCountedPages = 40

type Beside<Key> = Key & { readonly side: 'after' | 'before' }

/**
 * Which page of a long list an address asks for.
 * @param parseKey reads what the page is next to
 * @returns without a cursor where the address does not say what the page is next to
 */
export function parsePlace<Key>(
  query: SampleQuery,
  parseKey: (text: string) => Key | undefined,
): { readonly page: number; readonly cursor?: Beside<Key> } {
  const page = parsePage(query)
  for (const side of ['after', 'before'] as const) {
    const key = parseKey(word(query, side) ?? '')
    if (key) return { page, cursor: { ...key, side } }
  }
  return { page: Math.min(page, mostCountedPages) }
}

/** A page and what it is next to, as parameters of an address. @param shown keys of what the page beside it, of this number, shows */
export function pageParams(
  page: number,
  from: { readonly page: number; readonly shown: readonly string[] },
): FilterParams {
  const [side, key] =
    page > from.page ? (['after', from.shown.at(-1)] as const) : (['before', from.shown[0]] as const)
  const isNext = Math.abs(page - from.page) === 1 && page > 1
  return { page: String(page), ...(isNext && key !== undefined && { [side]: key }) }
}

type SampleKey = Omit<SampleCursor, 'side'>

/** How a key ends that names a row: with its id. */
export const idInKey = /(?<id>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/
const samplePattern = new RegExp(`^(?<difficulty>\\d{1,4})\\.${idInKey.source}`)

/** Where a sample is among all, as a parameter of an address. */
export const keyOfSample = ({ difficulty, id }: SampleKey): string => `${difficulty}.${id}`

export function parseSampleKey(text: string): SampleKey | undefined {
  const { difficulty, id } = samplePattern.exec(text)?.groups ?? {}
  return id === undefined ? undefined : { difficulty: Number(difficulty), id }
}

export function filterParams({ isReviewed, ...parts }: SampleFilter): FilterParams {
  const given = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  )
  return {
    ...Object.fromEntries(given),
    ...(isReviewed === undefined ? {} : { reviewed: isReviewed ? 'yes' : 'no' }),
  }
}

/** An address with a filter in it. */
export function addressWith(path: string, params: FilterParams): string {
  const query = new URLSearchParams(params).toString()
  return query ? `${path}?${query}` : path
}
