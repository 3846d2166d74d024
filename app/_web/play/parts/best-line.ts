import type { useTranslations } from 'next-intl'
import type { OwnResult } from '#game/protocol/http-answers'

/** [A2] What a game was against the player's best before it; null where it is compared with nothing. */
export function bestLine(
  t: ReturnType<typeof useTranslations<'room.finished'>>,
  { best, pointsPerRound }: OwnResult,
  rounds: number,
): string | null {
  if (!best) return null
  const here = Math.round(pointsPerRound)
  if (best.before === null) return t('firstBest', { here, rounds })
  const before = Math.round(best.before)
  return t(pointsPerRound > best.before ? 'newBest' : 'notBest', { here, before, rounds })
}
