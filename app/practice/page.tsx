import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Words } from '../i18n/words'
import { SiteHeader } from '../ui/site-header'
import { PracticeTable } from './practice-table'

const championSchema = z.object({ version: z.string() })

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('practice')
  return { title: words('title'), description: words('intro') }
}

export default async function PracticePage() {
  // Read anew for every visitor: a network can be promoted while the server runs.
  await connection()
  const champion = await readFile(join(process.cwd(), 'models', 'champion.json'), 'utf8')
  const { version } = championSchema.parse(JSON.parse(champion))
  return (
    <>
      <SiteHeader />
      <main id="main" className="page">
        <Words of={['practice', 'explain']}>
          <PracticeTable version={version} />
        </Words>
      </main>
    </>
  )
}
