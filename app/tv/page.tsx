import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MessagesProvider } from '../_web/kit/i18n/messages-provider'
import { CodeForm } from '../_web/play/tv/code-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tv')
  return { title: t('title'), description: t('hint') }
}

export default function TvPage() {
  return (
    <MessagesProvider of={['tv', 'refusal']}>
      <CodeForm />
    </MessagesProvider>
  )
}
