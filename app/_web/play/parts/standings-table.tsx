import { useFormatter, useTranslations } from 'next-intl'
import type { StandingView } from '#game/protocol/server-messages'
import { useSeconds } from '../../kit/i18n/use-seconds'
import { KeyboardMark } from '../../kit/keyboard-mark'
import { SeatName } from './seat-name'

/** Everybody's result in figures. */
export function StandingsTable({ standings, you }: { standings: readonly StandingView[]; you: string }) {
  const t = useTranslations('room.finished')
  const format = useFormatter()
  const seconds = useSeconds()
  return (
    <table className="w-full border-collapse text-start">
      <thead>
        <tr className="border-ink border-b-2 text-muted text-sm [&>th]:px-1.5 [&>th]:py-2 [&>th]:whitespace-nowrap [&>th]:font-medium">
          <th scope="col" className="text-start">
            {t('rank')}
          </th>
          <th scope="col" className="text-start">
            {t('player')}
          </th>
          <th scope="col" className="text-end">
            {t('locks')}
          </th>
          <th scope="col" className="text-end max-sm:hidden">
            {t('averageLock')}
          </th>
          <th scope="col" className="text-end">
            {t('score')}
          </th>
        </tr>
      </thead>
      <tbody>
        {standings.map(({ playerId, rank, name, colour, score, locks, lockMs, isByKeyboard }) => (
          <tr
            key={playerId}
            data-own={playerId === you}
            className="border-line border-b data-[own=true]:bg-wash [&>td]:px-1.5 [&>td]:py-3"
          >
            <td className="figures font-bold text-lg">{format.number(rank)}</td>
            <td className="w-full max-w-0">
              <span className="flex items-center gap-2">
                <SeatName name={name} colour={colour} isYou={playerId === you} />
                {isByKeyboard && <KeyboardMark />}
              </span>
            </td>
            <td className="figures text-end">{format.number(locks)}</td>
            <td className="figures whitespace-nowrap text-end max-sm:hidden">
              {locks > 0 ? seconds(lockMs / locks) : t('none')}
            </td>
            <td className="figures text-end font-bold text-lg">{format.number(score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
