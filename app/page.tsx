import { useTranslations } from 'next-intl'
import { Suspense } from 'react'
import { readConfig } from '#server/config'
import { EnterPanel } from './_web/home/enter-panel'
import { HowItWorks } from './_web/home/how-it-works'
import { LeaderboardTeaser } from './_web/home/leaderboard-teaser'
import { SiteHeader } from './_web/home/site-header'
import { WayBack } from './_web/home/way-back'
import { readChampion } from './_web/ink/judge/read-champion'
import { WordMark } from './_web/ink/logo/word-mark'
import { MessagesProvider } from './_web/kit/i18n/messages-provider'
import { PrivacyLink } from './_web/kit/privacy-link'
import { HomePad } from './_web/play/practice/home-pad'

async function LivePad() {
  return <HomePad version={await readChampion()} />
}

export default function HomePage() {
  const t = useTranslations('home')
  const common = useTranslations('common')
  return (
    <>
      <SiteHeader hasMark={false} />
      <main id="main" data-has-pad className="page grid grid-cols-1 gap-16 overflow-x-clip lg:gap-24">
        <MessagesProvider of={['home', 'refusal']}>
          {/* On an upright phone the pad stands between what the game is and how to get in, on one that lies down beside both. */}
          <div className="@container">
            <div className="grid grid-cols-1 gap-5 lg:gap-x-16 beside:grid-cols-[1.1fr_1fr] beside:grid-rows-[auto_1fr]">
              <div className="grid gap-3 sm:gap-5">
                <h1>
                  <WordMark name={common('title')} isDrawn className="w-full max-w-56 sm:max-w-md" />
                </h1>
                <p className="max-w-md text-lg leading-snug sm:text-xl">{t('tagline')}</p>
              </div>
              <div className="lg:self-center beside:col-start-2 beside:row-span-2 beside:row-start-1">
                <LivePad />
              </div>
              <div className="grid content-start gap-5">
                <EnterPanel />
                <WayBack />
              </div>
            </div>
          </div>
        </MessagesProvider>
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
