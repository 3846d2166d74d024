'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { SignInResult } from '#server/edge/sign-in/sign-in-guard'
import { Button } from '../kit/button'
import { Panel } from '../kit/panel'
import { TextField } from '../kit/text-field'
import { signIn } from './actions'

export function AdminSignInForm() {
  const t = useTranslations('admin.signIn')
  const [result, submit, isPending] = useActionState(signIn, null)
  const problemOf = (tried: SignInResult) => {
    if (tried.is !== 'wait') return t('wrong')
    const seconds = Math.ceil(tried.ms / 1_000)
    return seconds <= 90 ? t('wait', { seconds }) : t('waitMinutes', { minutes: Math.ceil(seconds / 60) })
  }
  return (
    <Panel className="mx-auto mt-10 max-w-md">
      <h1 className="text-4xl">{t('title')}</h1>
      <p className="mt-2 text-muted">{t('text')}</p>
      <form action={submit} className="mt-6 grid gap-4">
        <TextField
          label={t('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={result && problemOf(result)}
        />
        <Button type="submit" kind="primary" disabled={isPending}>
          {t('submit')}
        </Button>
      </form>
    </Panel>
  )
}
