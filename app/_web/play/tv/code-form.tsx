'use client'

import { Tv } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { CodeField } from '../../kit/code-field'
import { Panel } from '../../kit/panel'
import { useTypedCode } from '../../kit/use-typed-code'

/** For a television that was not sent here by a link: which room is to be shown? */
export function CodeForm() {
  const t = useTranslations('tv')
  const router = useRouter()
  const { field, isBusy, submit } = useTypedCode((code) => {
    router.push(`/tv/${code}`)
    return true
  })

  return (
    <main id="main" className="page grid min-h-dvh grid-cols-1 place-items-center pt-6">
      <Panel className="w-full max-w-lg animate-rise">
        <Tv aria-hidden="true" className="size-12 text-accent" strokeWidth={1.75} />
        <h1 className="mt-2 hyphens-auto text-4xl">{t('title')}</h1>
        <p className="mt-2 text-muted">{t('hint')}</p>
        <form onSubmit={submit} className="mt-6 grid grid-cols-1 gap-4">
          <CodeField {...field} className="text-3xl" />
          <Button type="submit" kind="primary" size="large" disabled={isBusy}>
            {t('show')}
          </Button>
        </form>
      </Panel>
    </main>
  )
}
