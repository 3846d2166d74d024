import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { SiteHeader } from '../_web/home/site-header'
import { readChampion } from '../_web/ink/judge/read-champion'
import { MessagesProvider } from '../_web/kit/i18n/messages-provider'
import { PracticeTable } from '../_web/play/practice/practice-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice')
  return { title: t('title'), description: t('intro') }
}

export default async function PracticePage() {
  await connection()
  const version = await readChampion()
  return (
    <>
      <SiteHeader />
      <main id="main" data-has-pad className="page overflow-x-clip">
        <MessagesProvider of={['practice', 'explain']}>
          <PracticeTable version={version} />
        </MessagesProvider>
      </main>
    </>
  )
}
