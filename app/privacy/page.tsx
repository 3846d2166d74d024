import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { readConfig } from '#server/config'
import { PrivacyScreen } from '../_web/home/privacy-screen'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy')
  return { title: t('title') }
}

export default async function PrivacyPage() {
  // Not while building: whoever starts the server decides.
  await connection()
  const { keepRoundsDays, keepGuessesDays, collectsSamples } = readConfig()
  return <PrivacyScreen {...{ keepRoundsDays, keepGuessesDays, collectsSamples }} />
}
