import type { ContributorCursor } from '#server/store/samples/list-contributors'
import { idInKey } from '../samples/query'

type ContributorKey = Omit<ContributorCursor, 'side'>

const pattern = new RegExp(
  `^(?<doubt>[01](?:\\.\\d{1,20})?(?:e-\\d{1,3})?)_(?<samples>\\d{1,9})_${idInKey.source}`,
)

/** Where a contributor is among all, as a parameter of an address. */
export const keyOfContributor = ({ doubt, samples, id }: ContributorKey): string =>
  `${doubt}_${samples}_${id}`

export function parseContributorKey(text: string): ContributorKey | undefined {
  const { doubt, samples, id } = pattern.exec(text)?.groups ?? {}
  return id === undefined ? undefined : { doubt: Number(doubt), samples: Number(samples), id }
}
