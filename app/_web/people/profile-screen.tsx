import { Flame } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { BoardBest } from '#server/store/players/find-bests'
import type { DigitReading } from '#server/store/players/find-figures'
import type { Profile } from '#server/store/players/find-profile'
import type { PlayerGame } from '#server/store/players/list-player-games'
import { FigureCards } from '../kit/figure-cards'
import { useSeconds } from '../kit/i18n/use-numbers'
import { Panel } from '../kit/panel'
import { AchievementsPanel } from './achievements-panel'
import { BestsPanel } from './bests-panel'
import { DigitFiguresTable } from './digit-figures-table'
import { DigitSpeed } from './digit-speed'
import { GameHistory } from './game-history'
import { RatingPanel } from './rating-panel'
import { ReadingTable } from './reading-table'

type ProfileScreenProps = {
  profile: Profile
  bests: BoardBest[]
  games: PlayerGame[]
  readings: DigitReading[]
  isOwn: boolean
}

export function ProfileScreen({ profile, bests, games, readings, isOwn }: ProfileScreenProps) {
  const t = useTranslations('profile')
  const { digits } = profile
  return (
    <div className="mt-6 grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
      <div className="grid grid-cols-1 gap-5">
        <Glance profile={profile} />
        <RatingPanel rating={profile.rating} games={games} isOwn={isOwn} />
        {bests.length > 0 && <BestsPanel bests={bests} />}
        <AchievementsPanel earned={profile.achievements} />
        {games.length > 0 && <GameHistory games={games} isOwn={isOwn} />}
      </div>
      <div className="grid grid-cols-1 gap-5">
        {digits.length > 0 && (
          <Panel aria-labelledby="digits">
            <h2 id="digits" className="text-2xl">
              {t('digits.title')}
            </h2>
            <DigitSpeed digits={digits} />
            <DigitFiguresTable digits={digits} />
          </Panel>
        )}
        {readings.length > 0 && (
          <Panel aria-labelledby="readings">
            <h2 id="readings" className="text-2xl">
              {t('readings.title')}
            </h2>
            <p className="mt-1 mb-3 text-base text-muted">{t('readings.hint')}</p>
            <ReadingTable readings={readings} />
          </Panel>
        )}
      </div>
    </div>
  )
}

/** The whole player in four figures, and the streak. */
function Glance({ profile }: { profile: Profile }) {
  const t = useTranslations('profile')
  const rewards = useTranslations('rewards')
  const format = useFormatter()
  const seconds = useSeconds()
  const { digits } = profile
  const drawings = digits.reduce((sum, digit) => sum + digit.drawings, 0)
  const locked = digits.reduce((sum, digit) => sum + digit.locked, 0)
  const best = Math.min(...digits.flatMap(({ bestMs }) => bestMs ?? []))
  const figures = [
    [t('games', { count: profile.games }), format.number(profile.games)],
    [t('wins', { count: profile.wins }), format.number(profile.wins)],
    [t('locked'), drawings > 0 ? format.number(locked / drawings, { style: 'percent' }) : '–'],
    [t('best'), Number.isFinite(best) ? seconds(best) : '–'],
  ] as const
  const { days, isTodayDone } = profile.streak
  return (
    <div className="grid grid-cols-1 gap-3">
      <FigureCards aria-label={t('figures')} figures={figures} />
      {days > 0 && (
        <p className="flex items-center gap-2 font-medium text-lg">
          <Flame aria-hidden="true" className="size-5 shrink-0 text-accent" />
          {rewards(isTodayDone ? 'streak' : 'streakOpen', { days })}
        </p>
      )}
    </div>
  )
}
