'use client'

import { useTranslations } from 'next-intl'
import type { Side } from './sides'

/** What a side is called: the player's name, or the team's. */
export function useSideName(): (side: Pick<Side, 'team' | 'members'>) => string {
  const t = useTranslations('room')
  return ({ team, members }) => (team === null ? (members[0]?.name ?? '') : t('team', { team: String(team) }))
}
