import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Words } from '../_web/kit/i18n/words'
import { CodeForm } from '../_web/play/tv/code-form'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('tv')
  return { title: words('title'), description: words('hint') }
}

export default function TvPage() {
  return (
    <Words of={['tv']}>
      <CodeForm />
    </Words>
  )
}
