'use client'

import { Tv } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { roomCode } from '#game/protocol/scalars'
import { Button } from '../../kit/button'
import { CodeField } from '../../kit/code-field'
import { Panel } from '../../kit/panel'

/** For a television that was not sent here by a link: which room is to be shown? */
export function CodeForm() {
  const t = useTranslations('tv')
  const common = useTranslations('common.roomCode')
  const router = useRouter()
  const [code, setCode] = useState('')
  const [isWrong, setWrong] = useState(false)

  function show(event: FormEvent) {
    event.preventDefault()
    const read = roomCode.safeParse(code)
    if (read.success) router.push(`/tv/${read.data}`)
    setWrong(!read.success)
  }

  return (
    <main id="main" className="page grid min-h-dvh grid-cols-1 place-items-center pt-6">
      <Panel className="w-full max-w-lg animate-rise">
        <Tv aria-hidden="true" className="size-12 text-accent" strokeWidth={1.75} />
        <h1 className="mt-2 hyphens-auto text-4xl">{t('title')}</h1>
        <p className="mt-2 text-muted">{t('hint')}</p>
        <form onSubmit={show} className="mt-6 grid grid-cols-1 gap-4">
          <CodeField
            value={code}
            onType={setCode}
            error={isWrong ? common('wrong') : null}
            className="text-3xl"
          />
          <Button type="submit" kind="primary" size="large">
            {t('show')}
          </Button>
        </form>
      </Panel>
    </main>
  )
}
