import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { pagePrisma } from '#server/store/page-store'
import { findRecoveryCode } from '#server/store/players/recovery-codes'
import { currentGuest } from '../../_web/kit/player/current-guest'
import { DevicePage } from '../../_web/people/device/device-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile.device')
  return { title: t('title'), robots: { index: false } }
}

export default async function OwnDevicePage() {
  const guest = await currentGuest()
  const madeAt = guest && (await findRecoveryCode(pagePrisma(), guest.id))
  return <DevicePage guest={guest} madeAt={madeAt} />
}
