import type { useTranslations } from 'next-intl'
import { hasWinner, isIn, type ShownStanding, sidesOf } from './sides'

type Titles = ReturnType<typeof useTranslations<'room.finished'>>

/** What a podium says in large letters: who won, if anybody scored, or the score of who played alone. */
export function winnersTitle(t: Titles, standings: readonly ShownStanding[]): string {
  const sides = sidesOf(standings)
  const [winner, ...others] = sides.filter(({ rank }) => rank === 1)
  if (sides.length <= 1) {
    const score = winner?.score ?? 0
    return winner && winner.members.length > 1 ? t('titleTogether', { score }) : t('titleAlone', { score })
  }
  if (!hasWinner(sides)) return t('titleNobody')
  if (others.length > 0) return t('titleShared')
  return winner?.team == null
    ? t('title', { name: winner?.members[0]?.name ?? '' })
    : t('titleTeam', { team: String(winner.team) })
}

/** The same for one of those who played: how they did. */
export function ownTitle(t: Titles, standings: readonly ShownStanding[], you: string): string {
  const sides = sidesOf(standings)
  const own = sides.find((side) => isIn(side, you))
  if (!own || !hasWinner(sides)) return winnersTitle(t, standings)
  if (own.rank > 1) return t('yourPlace', { rank: own.rank })
  if (sides.filter(({ rank }) => rank === 1).length > 1) return t('titleShared')
  return own.team === null ? t('youWin') : t('yourTeamWins')
}
