'use client'

import { useTranslations } from 'next-intl'
import type { Placing } from './placing'
import type { Side } from './sides'
import { useSideName } from './use-side-name'

/** Says how a side stands; `side` is named where it is not the reader's own. */
export function usePlacingText(): (placing: Placing, side?: Side) => string {
  const t = useTranslations('room.placing')
  const nameOf = useSideName()
  return ({ kind, rank, gap }, side) => {
    if (side) return kind === 'ahead' ? t('leads', { name: nameOf(side), gap }) : t('level', { rank: 1 })
    return t(kind, { rank, gap })
  }
}
