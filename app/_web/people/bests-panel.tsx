import { useFormatter, useTranslations } from 'next-intl'
import type { BoardBest } from '#server/store/players/find-bests'
import { boardName, isOfSums } from '../kit/board-name'
import { Panel } from '../kit/panel'
import { GameRows } from './game-rows'

/** [A5] The player's best game on each board, with a way to its result. */
export function BestsPanel({ bests }: { bests: readonly BoardBest[] }) {
  const t = useTranslations('profile.bests')
  const names = { t: useTranslations('leaderboard.boards'), levels: useTranslations('common.sums.levels') }
  const sums = useTranslations('room.lobby')
  const format = useFormatter()
  const rows = bests.map(({ board, pointsPerRound, gameId, finishedAt }) => ({
    key: board,
    href: `/result/${gameId}`,
    name: `${isOfSums(board) ? `${sums('sums')} · ` : ''}${boardName(board, names)}`,
    line: format.dateTime(finishedAt, { dateStyle: 'medium' }),
    figure: format.number(Math.round(pointsPerRound)),
  }))
  return (
    <Panel aria-labelledby="bests">
      <h2 id="bests" className="text-2xl">
        {t('title')}
      </h2>
      <p className="text-base text-muted">{t('hint')}</p>
      <GameRows rows={rows} />
    </Panel>
  )
}
