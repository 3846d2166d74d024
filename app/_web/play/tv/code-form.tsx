'use client'

import { Tv } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { exampleRoomCode, maxTypedRoomCodeLength } from '#game/protocol/constants'
import { roomCode } from '#game/protocol/scalars'
import { Button } from '../../kit/button'
import { Panel } from '../../kit/panel'
import { TextField } from '../../kit/text-field'

/** For a television that was not sent here by a link: which room is to be shown? */
export function CodeForm() {
  const t = useTranslations('tv')
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
          <TextField
            label={t('code')}
            name="code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            error={isWrong ? t('codeWrong') : null}
            placeholder={exampleRoomCode}
            maxLength={maxTypedRoomCodeLength}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="figures text-3xl uppercase tracking-[0.2em]"
          />
          <Button type="submit" kind="primary" size="large">
            {t('show')}
          </Button>
        </form>
      </Panel>
    </main>
  )
}
