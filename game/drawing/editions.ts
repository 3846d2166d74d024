/**
 * Editions of the rules that decide a lock. A game keeps the one it began with, so that scoring it again gives what it was given
 * then. 1, up to 0.5.0: whatever the judge was sure of. 2, up to 0.8.0: there has to be a drawing [F1]. 3: and the pen has to be
 * lifted from it.
 */
export const editions = [1, 2, 3] as const
export type Edition = (typeof editions)[number]

export const presentEdition: Edition = 3

/** @throws RangeError for an edition that these rules do not know */
export function editionOf(stored: number = 1): Edition {
  const known = editions.find((edition) => edition === stored)
  if (known === undefined) throw new RangeError(`edition ${stored} of the rules is not known here`)
  return known
}
