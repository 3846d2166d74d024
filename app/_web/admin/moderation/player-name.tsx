import { useTranslations } from 'next-intl'
import { InkShape } from '../../ink/ink-shape'
import { Link } from '../../kit/link'

type PlayerNameProps = { as: 'h2' | 'h3'; id: string; name: string; colour: number; isBanned: boolean }

/** Heads a card about a player: their ink, their name with the way to their profile, and whether they are banned. */
export function PlayerName({ as: Heading, id, name, colour, isBanned }: PlayerNameProps) {
  const t = useTranslations('admin.moderation')
  return (
    <Heading className="flex min-w-0 flex-wrap items-center gap-2 text-2xl">
      <InkShape colour={colour} className="size-6" />
      <Link
        href={`/profile/${id}`}
        className="min-w-0 flex-1 wrap-anywhere py-1.5 underline-offset-4 hover:underline"
      >
        <bdi>{name}</bdi>
      </Link>
      {isBanned && (
        <span className="rounded-full border-2 border-bad px-2 font-semibold text-bad text-sm tracking-normal">
          {t('banned')}
        </span>
      )}
    </Heading>
  )
}
