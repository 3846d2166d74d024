import 'server-only'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import type { PlayerId } from '#game/protocol/scalars'
import type { Guest } from '#server/auth/guest'
import { isRefusedName, nameForStrangers } from '#server/auth/names'
import { readConfig } from '#server/config'
import { pagePrisma } from '#server/store/page-store'
import { findBests } from '#server/store/players/find-bests'
import { findConsent } from '#server/store/players/find-consent'
import { findProfile } from '#server/store/players/find-profile'
import { listPlayerGames } from '#server/store/players/list-player-games'
import { findStatus } from '#server/store/players/moderation-store'
import { findGhostsAnswer } from '#server/store/players/save-choices'
import { orBusy } from '../home/notices/or-busy'
import { SiteHeader } from '../home/site-header'
import { MessagesProvider } from '../kit/i18n/messages-provider'
import { Newcomer } from './newcomer'
import { OwnPanel } from './own-panel'
import { ProfileHead } from './profile-head'
import { ProfileScreen } from './profile-screen'

type ProfilePageProps = {
  /** Null for a visitor who has no name yet. */
  playerId: PlayerId | null
  /** Who is looking. */
  guest: Guest | null
}

/** Asked by a page, by its title and by what it shows: once a request. */
export const findPlayerProfile = cache((playerId: string) => findProfile(pagePrisma(), playerId))

export const ProfilePage = orBusy(async ({ playerId, guest }: ProfilePageProps) => {
  const prisma = pagePrisma()
  const t = await getTranslations('profile')
  const common = await getTranslations('common')
  const own = guest !== null && guest.id === playerId ? guest : null
  const [found, bests, games, consent, lendsGhosts, status] = await Promise.all([
    playerId === null ? null : findPlayerProfile(playerId),
    playerId === null ? [] : findBests(prisma, playerId),
    playerId === null ? [] : listPlayerGames(prisma, { playerId }),
    own && findConsent(prisma, own.id),
    own && findGhostsAnswer(prisma, own.id),
    own && findStatus(prisma, own.id),
  ])
  const profile = found && { ...found, name: own ? found.name : nameForStrangers(found.id, found.name) }
  const head = profile ?? own
  const isRenamed = own && status && isRefusedName(own.name, status.refusedName)
  return (
    <>
      <SiteHeader />
      <main id="main" className="page max-w-4xl">
        <MessagesProvider of={['profile', 'refusal']}>
          {head ? (
            <ProfileHead player={head} profile={profile} isOwn={own !== null} />
          ) : (
            <h1 className="sr-only">{t('title')}</h1>
          )}
          {isRenamed && (
            <p className="mt-3 text-warn">{common('renamed', { before: own.name, name: status.name })}</p>
          )}
          {profile && (profile.games > 0 || profile.digits.length > 0) ? (
            <ProfileScreen {...{ profile, bests, games }} readings={profile.readings} isOwn={own !== null} />
          ) : (
            <Newcomer name={own ? null : (head?.name ?? null)} />
          )}
          {consent && (
            <OwnPanel
              consent={{ ...consent, isCollecting: readConfig().collectsSamples }}
              lendsGhosts={lendsGhosts === true}
              isListed={profile?.isListed ?? false}
            />
          )}
        </MessagesProvider>
      </main>
    </>
  )
})
