import { useFormatter, useTranslations } from 'next-intl'
import { achievementNames } from '#game/protocol/constants'
import type { EarnedAchievement } from '#server/store/players/find-profile'
import { Panel } from '../kit/panel'
import { AchievementRows } from './achievement-rows'

/** [A3] All achievements, the earned ones marked. */
export function AchievementsPanel({ earned }: { earned: readonly EarnedAchievement[] }) {
  const t = useTranslations('rewards')
  const format = useFormatter()
  const dates = new Map(earned.map(({ name, earnedAt }) => [name, earnedAt]))
  const rows = achievementNames.map((name) => {
    const earnedAt = dates.get(name)
    const date = earnedAt && format.dateTime(earnedAt, { dateStyle: 'medium', timeZone: 'UTC' })
    return {
      key: name,
      name: t(`names.${name}`),
      state: t(earnedAt ? 'earned' : 'missing'),
      text: `${t(`texts.${name}`)}${date ? ` · ${date}` : ''}`,
      isEarned: earnedAt !== undefined,
    }
  })
  return (
    <Panel aria-labelledby="achievements">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="achievements" className="text-2xl">
          {t('title')}
        </h2>
        <p className="figures text-muted">
          {t('count', { count: earned.length, all: achievementNames.length })}
        </p>
      </div>
      <ul className="mt-3 grid grid-cols-1 gap-3">
        <AchievementRows rows={rows} />
      </ul>
    </Panel>
  )
}
