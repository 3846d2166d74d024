import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { SiteHeader } from '../_web/home/site-header'
import { readChampion } from '../_web/ink/judge/read-champion'
import { Words } from '../_web/kit/i18n/words'
import { PracticeTable } from '../_web/play/practice/practice-table'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('practice')
  return { title: words('title'), description: words('intro') }
}

export default async function PracticePage() {
  await connection()
  const version = await readChampion()
  return (
    <>
      <SiteHeader />
      <main id="main" data-has-pad className="page overflow-x-clip">
        <Words of={['practice', 'explain']}>
          <PracticeTable version={version} />
        </Words>
      </main>
    </>
  )
}
