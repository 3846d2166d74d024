import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { Words } from '../i18n/words'
import { readChampion } from '../judge/read-champion'
import { SiteHeader } from '../ui/site-header'
import { PracticeTable } from './practice-table'

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
