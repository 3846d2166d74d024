import type { useTranslations } from 'next-intl'
import type { StandingView } from '#game/protocol/server-messages'

/** What a podium says in large letters: who won, or the score of who played alone. */
export function winnersTitle(
  t: ReturnType<typeof useTranslations<'room.finished'>>,
  standings: readonly Pick<StandingView, 'name' | 'rank' | 'score'>[],
): string {
  const [winner, ...others] = standings.filter(({ rank }) => rank === 1)
  if (standings.length === 1) return t('titleAlone', { score: winner?.score ?? 0 })
  return others.length > 0 ? t('titleShared') : t('title', { name: winner?.name ?? '' })
}
