import { useTranslations } from 'next-intl'
import { sumLevelOf } from '#game/prompts/sums'
import type { RoomSettings } from '#game/protocol/scalars'

type Named = Pick<RoomSettings, 'mode' | 'sums' | 'modifier'>

/** @returns what makes a game other than a plain one: its sums and its modifier, by name; empty for a plain one */
export function useTwists(): (settings: Named) => string[] {
  const t = useTranslations('room')
  const levels = useTranslations('common.sums.levels')
  return (settings) => {
    const level = sumLevelOf(settings)
    return [
      ...(level ? [`${t('lobby.sums')}: ${levels(level)}`] : []),
      ...(settings.modifier === 'none' ? [] : [t(`modifiers.${settings.modifier}`)]),
    ]
  }
}

/** @returns what a game is called: its mode, and what makes it other than a plain one */
export function useGameName(): (settings: Named) => string {
  const names = useTranslations('room.modes')
  const twists = useTwists()
  return (settings) => [names(settings.mode), ...twists(settings)].join(' · ')
}
