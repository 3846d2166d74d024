import { Trophy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Replay } from '#server/store/games/find-replay'
import { InkShape } from '../ink/ink-shape'
import { classes } from '../kit/classes'
import { FittedText } from '../kit/fit/fitted-text'
import { KeyboardMark } from '../kit/keyboard-mark'
import { Panel } from '../kit/panel'

type StandingsProps = {
  standings: Replay['standings']
  /** The player of this browser, who is marked. */
  you?: string | undefined
  className?: string
}

/** Everybody of a finished game, the best first. */
export function Standings({ standings, you, className }: StandingsProps) {
  const t = useTranslations('replay')
  const room = useTranslations('room')
  return (
    <Panel aria-labelledby="standings" className={classes('@container', className)}>
      <h2 id="standings" className="flex items-center gap-2 text-2xl">
        <Trophy aria-hidden="true" className="size-6 text-accent" />
        {t('standings')}
      </h2>
      <ol className="mt-3 gap-x-10 @4xl:columns-2">
        {standings.map(({ player, rank, score, isByKeyboard }) => (
          <li
            key={player.id}
            className="mb-1 flex min-h-11 break-inside-avoid flex-wrap items-center gap-x-3 border-line border-b last:border-0"
          >
            <span className="figures w-8 font-bold text-muted text-xl">{rank}</span>
            <InkShape colour={player.colour} />
            <span className="flex h-7.5 min-w-0 grow basis-24 items-center leading-none">
              <FittedText text={player.name} mayBreak />
            </span>
            {player.id === you && <span className="text-muted text-sm">{room('you')}</span>}
            {isByKeyboard && <KeyboardMark />}
            <span className="figures ms-auto whitespace-nowrap font-semibold">
              {t('points', { points: score })}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
