'use client'

import { useTranslations } from 'next-intl'
import type { Placing } from './placing'
import type { Side } from './sides'

/** Says how a side stands; `side` is named where it is not the reader's own. */
export function usePlacingText(): (placing: Placing, side?: Side) => string {
  const t = useTranslations('room.placing')
  const nameOf = useSideName()
  return ({ kind, rank, gap }, side) => {
    if (side) return kind === 'ahead' ? t('leads', { name: nameOf(side), gap }) : t('level', { rank: 1 })
    return t(kind, { rank, gap })
  }
}

/** What a side is called: the player's name, or the team's. */
export function useSideName(): (side: Pick<Side, 'team' | 'members'>) => string {
  const t = useTranslations('room')
  return ({ team, members }) => (team === null ? (members[0]?.name ?? '') : t('team', { team: String(team) }))
}
