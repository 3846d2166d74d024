import { useTranslations } from 'next-intl'
import { Suspense } from 'react'
import { readConfig } from '#server/config'
import { EnterPanel } from './home/enter-panel'
import { HowItWorks } from './home/how-it-works'
import { LeaderboardTeaser } from './home/leaderboard-teaser'
import { RaceSheet } from './home/race-sheet'
import { Words } from './i18n/words'
import { WordMark } from './logo/word-mark'
import { PrivacyLink } from './ui/privacy-link'
import { SiteHeader } from './ui/site-header'

export default function HomePage() {
  const words = useTranslations('home')
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
            <p className="max-w-md text-xl">{words('tagline')}</p>
            <Words of={['home', 'refusal']}>
              <EnterPanel />
            </Words>
          </div>
          <RaceSheet />
        </div>
        <HowItWorks />
        <Suspense fallback={<div className="min-h-48" />}>
          <LeaderboardTeaser />
        </Suspense>
        <div className="text-center text-muted">
          <p>{words(readConfig().collectsSamples ? 'learning' : 'noLearning')}</p>
          <PrivacyLink />
        </div>
      </main>
    </>
  )
}
