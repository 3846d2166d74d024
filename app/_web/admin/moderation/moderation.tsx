import { useTranslations } from 'next-intl'
import type { ReportedPlayer } from '#server/store/moderation/list-reported'
import { EmptyState } from '../../kit/panel'
import { ReportedCard } from './reported-card'

type ModerationProps = { reported: ReportedPlayer[]; banned: ReportedPlayer[] }

export function Moderation({ reported, banned }: ModerationProps) {
  const t = useTranslations('admin.moderation')
  return (
    <>
      <h1 className="text-4xl">{t('heading')}</h1>
      {reported.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <>
          <p className="text-muted">{t('count', { count: reported.length })}</p>
          <Cards players={reported} />
        </>
      )}
      {banned.length > 0 && (
        <>
          <h2 className="mt-8 text-2xl">{t('bannedHeading')}</h2>
          <Cards players={banned} />
        </>
      )}
    </>
  )
}

function Cards({ players }: { players: ReportedPlayer[] }) {
  return (
    <ul className="mt-4 grid items-start gap-4 lg:grid-cols-2">
      {players.map((player) => (
        <ReportedCard key={player.id} player={player} />
      ))}
    </ul>
  )
}
