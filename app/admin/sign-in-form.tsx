'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '../ui/button'
import { Panel } from '../ui/panel'
import { TextField } from '../ui/text-field'
import { signIn } from './actions'

export function SignInForm() {
  const words = useTranslations('admin.signIn')
  const [problem, submit, isPending] = useActionState(signIn, null)
  return (
    <Panel className="mx-auto mt-10 max-w-md">
      <h1 className="text-4xl">{words('title')}</h1>
      <p className="mt-2 text-muted">{words('text')}</p>
      <form action={submit} className="mt-6 grid gap-4">
        <TextField
          label={words('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={problem && words(problem)}
        />
        <Button type="submit" kind="primary" disabled={isPending}>
          {words('submit')}
        </Button>
      </form>
    </Panel>
  )
}
