import { useFormatter, useTranslations } from 'next-intl'
import type { Profile } from '#server/store/players/find-profile'
import { InkShape } from '../ink/ink-shape'
import { inkColour } from '../ink/palette'

type ProfileHeadProps = {
  player: { name: string; colour: number }
  /** Null for who has only just taken a name. */
  profile: Profile | null
  isOwn: boolean
}

export function ProfileHead({ player, profile, isOwn }: ProfileHeadProps) {
  const t = useTranslations('profile')
  const format = useFormatter()
  return (
    <header className="mt-4 flex items-center gap-4">
      <InkShape colour={player.colour} className="size-14 sm:size-20" />
      <div className="min-w-0">
        <h1 className="flex flex-wrap items-center gap-x-3 text-4xl sm:text-6xl">
          <bdi className="min-w-0 break-words" style={{ color: inkColour(player.colour) }}>
            {player.name}
          </bdi>
          {isOwn && (
            <span className="rounded-full bg-accent px-3 py-0.5 font-semibold text-base text-on-accent tracking-normal">
              {t('you')}
            </span>
          )}
        </h1>
        {profile && (
          <p className="mt-1 text-muted">
            {t('since', { date: format.dateTime(profile.createdAt, { month: 'long', year: 'numeric' }) })}
          </p>
        )}
      </div>
    </header>
  )
}
