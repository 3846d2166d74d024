import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity'
import { adjectives, animals, uniqueNamesGenerator } from 'unique-names-generator'
import { maxNameLength, playerName } from '#game/protocol/scalars'

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers })

/** Whether a name may be shown to strangers, as far as a word list can tell. */
export function isDecentName(name: string): boolean {
  return !matcher.hasMatch(name)
}

/** A name for somebody who does not want to think of one: "Brisk Otter". */
export function suggestName(): string {
  for (;;) {
    const name = uniqueNamesGenerator({
      dictionaries: [adjectives, animals],
      separator: ' ',
      style: 'capital',
    })
    if (name.length <= maxNameLength && isDecentName(name)) return name
  }
}

/** A stored name as its player may bear it: earlier versions stored it with the number that told it apart in some room. */
export function ownName(stored: string): string {
  return playerName.safeParse(stored).success ? stored : stored.replace(/ \d+$/, '')
}

/** Whether a name is the one an admin has refused, alone or with what tells it apart. */
export function isRefusedName(name: string, refusedName: string | null): boolean {
  return refusedName !== null && `${name} `.startsWith(`${refusedName} `)
}
