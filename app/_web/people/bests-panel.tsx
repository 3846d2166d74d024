import { ChevronRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { BoardBest } from '#server/store/players/find-bests'
import { boardName, isOfSums } from '../kit/board-name'
import { Link } from '../kit/link'
import { Panel } from '../kit/panel'

/** [A5] The player's best game on each board, with a way to its result. */
export function BestsPanel({ bests }: { bests: readonly BoardBest[] }) {
  const t = useTranslations('profile.bests')
  const names = { t: useTranslations('leaderboard.boards'), levels: useTranslations('common.sums.levels') }
  const sums = useTranslations('room.lobby')
  const format = useFormatter()
  return (
    <Panel aria-labelledby="bests">
      <h2 id="bests" className="text-2xl">
        {t('title')}
      </h2>
      <p className="text-base text-muted">{t('hint')}</p>
      <ul className="mt-2 -mx-2">
        {bests.map(({ board, pointsPerRound, gameId, finishedAt }) => (
          <li key={board} className="border-line border-b last:border-0">
            <Link
              href={`/result/${gameId}`}
              className="grid min-h-14 grid-cols-[1fr_auto_auto] items-center gap-x-3 rounded-xl px-2 py-1.5 hover:bg-wash"
            >
              <span className="min-w-0 leading-tight">
                <span className="block font-display font-semibold">
                  {isOfSums(board) && `${sums('sums')} · `}
                  {boardName(board, names)}
                </span>
                <span className="block text-base text-muted">
                  {format.dateTime(finishedAt, { dateStyle: 'medium' })}
                </span>
              </span>
              <span className="figures font-bold text-xl">{format.number(Math.round(pointsPerRound))}</span>
              <ChevronRight aria-hidden="true" className="size-5 text-muted rtl:-scale-x-100" />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
