import { useFormatter, useTranslations } from 'next-intl'
import type { ReportedPage, ReportedPlayer } from '#server/store/moderation/list-reported'
import { LinkArea } from '../../kit/link-area'
import { PageLinks } from '../../kit/page-links'
import { EmptyState } from '../../kit/panel'
import { ReportedCard } from './reported-card'

type ModerationProps = {
  reported: ReportedPage
  banned: ReportedPage
  /** Which page of each is shown, from 1. */
  pages: { reported: number; banned: number }
}

export function Moderation({ reported, banned, pages }: ModerationProps) {
  const t = useTranslations('admin.moderation')
  const addressOf = (changed: Partial<ModerationProps['pages']>) => {
    const shown = { ...pages, ...changed }
    return `/admin/moderation?${new URLSearchParams({ page: String(shown.reported), banned: String(shown.banned) })}`
  }
  return (
    <>
      <h1 className="text-4xl">{t('heading')}</h1>
      {reported.count === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <>
          <p className="text-muted">{t('count', { count: reported.count })}</p>
          <Cards players={reported.players} />
          <Pages
            page={pages.reported}
            pageCount={reported.pageCount}
            addressOf={(page) => addressOf({ reported: page })}
          />
        </>
      )}
      {banned.count > 0 && (
        <>
          <h2 className="mt-8 text-2xl">{t('bannedHeading')}</h2>
          <Cards players={banned.players} />
          <Pages
            page={pages.banned}
            pageCount={banned.pageCount}
            addressOf={(page) => addressOf({ banned: page })}
          />
        </>
      )}
    </>
  )
}

type PagesProps = { page: number; pageCount: number; addressOf: (page: number) => string }

function Pages({ page, pageCount, addressOf }: PagesProps) {
  const t = useTranslations('admin.samples')
  return (
    <PageLinks
      {...{ page, pageCount, addressOf }}
      className="mt-4"
      label={t('page', { page, count: pageCount })}
      previous={t('previous')}
      next={t('next')}
    />
  )
}

function Cards({ players }: { players: ReportedPlayer[] }) {
  const t = useTranslations('admin.moderation')
  const format = useFormatter()
  const textOf = ({ reason, roomCode, createdAt }: ReportedPlayer['reports'][number]) =>
    t('report', {
      reason: t(`reasons.${reason}`),
      room: roomCode,
      date: format.dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' }),
    })
  return (
    <LinkArea>
      <ul className="mt-4 grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        {players.map(({ reports, ...player }) => (
          <ReportedCard
            key={player.id}
            player={{
              ...player,
              reports: reports.map((each) => ({ id: each.reporterId, text: textOf(each) })),
            }}
          />
        ))}
      </ul>
    </LinkArea>
  )
}
