import type { useTranslations } from 'next-intl'
import { isIn, type ShownStanding, sidesOf, winnersOf } from './sides'

type Titles = ReturnType<typeof useTranslations<'room.finished'>>

/** What a podium says in large letters: who won, if anybody did, or the score of who played alone. */
export function winnersTitle(t: Titles, standings: readonly ShownStanding[]): string {
  const sides = sidesOf(standings)
  const [first] = sides
  if (sides.length <= 1) {
    const score = first?.score ?? 0
    return first && first.members.length > 1 ? t('titleTogether', { score }) : t('titleAlone', { score })
  }
  if (!first?.score) return t('titleNobody')
  const [winner, ...others] = winnersOf(sides)
  if (!winner || others.length > 0) return t('titleShared')
  return winner.team === null
    ? t('title', { name: winner.members[0]?.name ?? '' })
    : t('titleTeam', { team: String(winner.team) })
}

/** The same for one of those who played: how they did. */
export function ownTitle(t: Titles, standings: readonly ShownStanding[], you: string): string {
  const sides = sidesOf(standings)
  const own = sides.find((side) => isIn(side, you))
  const winners = winnersOf(sides)
  if (!own || winners.length === 0) return winnersTitle(t, standings)
  if (own.rank > 1) return t('yourPlace', { rank: own.rank })
  if (winners.length > 1) return t('titleShared')
  return own.team === null ? t('youWin') : t('yourTeamWins')
}
