import { Award } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { achievementNames } from '#game/protocol/constants'
import type { EarnedAchievement } from '#server/store/players/find-profile'
import { classes } from '../kit/classes'
import { Panel } from '../kit/panel'

/** [A3] All achievements, the earned ones marked. */
export function AchievementsPanel({ earned }: { earned: readonly EarnedAchievement[] }) {
  const t = useTranslations('rewards')
  const format = useFormatter()
  const dates = new Map(earned.map(({ name, earnedAt }) => [name, earnedAt]))
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
        {achievementNames.map((name) => {
          const earnedAt = dates.get(name)
          return (
            <li key={name} className="flex items-start gap-3 leading-tight">
              <Award
                aria-hidden="true"
                className={classes(
                  'mt-0.5 size-6 shrink-0',
                  earnedAt ? 'text-accent' : 'text-muted opacity-40',
                )}
              />
              <span className="min-w-0">
                <span className={classes('block font-medium', !earnedAt && 'text-muted')}>
                  {t(`names.${name}`)}
                  <span className="sr-only"> {t(earnedAt ? 'earned' : 'missing')}</span>
                </span>
                <span className="block text-base text-muted">
                  {t(`texts.${name}`)}
                  {earnedAt && ` · ${format.dateTime(earnedAt, { dateStyle: 'medium', timeZone: 'UTC' })}`}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
