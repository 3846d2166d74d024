'use client'

import { Award, Flame, Timer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { GameRewards } from '#game/protocol/http-answers'
import { useSeconds } from '../../kit/i18n/use-numbers'

type RewardsProps = {
  rewards: GameRewards | null
  /** There is place for more than one line. */
  mayWrap?: boolean
}

/** [A1] [A2] [A3] What the game gave beside points. */
export function Rewards({ rewards, mayWrap = false }: RewardsProps) {
  const t = useTranslations('rewards')
  const seconds = useSeconds()
  const { streak = null, digits = [], achievements = [] } = rewards ?? {}
  const hasStreak = streak !== null && streak > 1
  const isEmpty = !hasStreak && digits.length === 0 && achievements.length === 0
  return (
    <div role="status" className={isEmpty ? 'sr-only' : 'shrink-0'}>
      <ul
        aria-label={t('label')}
        tabIndex={isEmpty || mayWrap ? -1 : 0}
        className={
          mayWrap ? 'flex flex-wrap justify-center gap-1.5' : 'rewards flex gap-1.5 overflow-x-auto pb-1.5'
        }
      >
        {hasStreak && <Reward sign={<Flame />}>{t('streak', { days: streak })}</Reward>}
        {achievements.map((name) => (
          <Reward key={name} sign={<Award />}>
            {t('achievement', { name: t(`names.${name}`) })}
          </Reward>
        ))}
        {digits.map(({ digit, lockMs }) => (
          <Reward key={digit} sign={<Timer />}>
            {t('digit', { digit: String(digit), seconds: seconds(lockMs) })}
          </Reward>
        ))}
      </ul>
    </div>
  )
}

function Reward({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <li className="flex shrink-0 animate-rise items-center gap-1.5 rounded-full border border-line bg-card px-3 py-1 font-medium text-base leading-tight">
      <span aria-hidden="true" className="text-accent [&_svg]:size-4">
        {sign}
      </span>
      {children}
    </li>
  )
}
