import { useTranslations } from 'next-intl'
import { Suspense } from 'react'
import { readConfig } from '#server/config'
import { EnterPanel } from './_web/home/enter-panel'
import { HowItWorks } from './_web/home/how-it-works'
import { LeaderboardTeaser } from './_web/home/leaderboard-teaser'
import { RacePicture } from './_web/home/race-picture'
import { SiteHeader } from './_web/home/site-header'
import { WayBack } from './_web/home/way-back'
import { WordMark } from './_web/ink/logo/word-mark'
import { MessagesProvider } from './_web/kit/i18n/messages-provider'
import { PrivacyLink } from './_web/kit/privacy-link'

export default function HomePage() {
  const t = useTranslations('home')
  const common = useTranslations('common')
  return (
    <>
      <SiteHeader hasMark={false} />
      <main id="main" className="page grid gap-16 lg:gap-24">
        <div className="grid items-center gap-12 lg:grid-cols-[1.1fr_1fr] lg:gap-16">
          <div className="grid gap-5">
            <h1>
              <WordMark name={common('title')} isDrawn className="w-full max-w-md" />
            </h1>
            <p className="max-w-md text-xl">{t('tagline')}</p>
            <MessagesProvider of={['home', 'refusal']}>
              <EnterPanel />
            </MessagesProvider>
            <Suspense>
              <WayBack />
            </Suspense>
          </div>
          <RacePicture />
        </div>
        <HowItWorks />
        <Suspense fallback={<div className="min-h-48" />}>
          <LeaderboardTeaser />
        </Suspense>
        <div className="text-center text-muted">
          <p>{t(readConfig().collectsSamples ? 'learning' : 'noLearning')}</p>
          <PrivacyLink />
        </div>
      </main>
    </>
  )
}
