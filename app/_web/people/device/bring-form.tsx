'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import type { Refusal } from '#game/protocol/refusal'
import { Button } from '../../kit/button'
import { recoverPlayer } from '../../kit/player/player-api'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { TextField } from '../../kit/text-field'

/** Makes this browser the player's whose code is typed. */
export function BringForm() {
  const t = useTranslations('profile.device')
  const refusalText = useRefusal()
  const [isReady, setReady] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)

  // A form that is sent before hydration would put the code into the address.
  useEffect(() => setReady(true), [])

  async function recover(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code'))
    setAsking(true)
    setProblem(null)
    const answer = await recoverPlayer(code)
    // A full page load: everything rendered so far may be another player's.
    if (answer.ok) return window.location.assign('/profile')
    setProblem(answer.refusal)
    setAsking(false)
  }

  return (
    <form onSubmit={recover} className="mt-4 grid grid-cols-1 gap-4">
      <TextField
        label={t('field')}
        name="code"
        error={problem && refusalText(problem)}
        required
        maxLength={40}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="XXXX XXXX XXXX XXXX XXXX"
        className="figures uppercase tracking-wide"
      />
      <Button type="submit" kind="solid" disabled={isAsking || !isReady}>
        {t('submit')}
      </Button>
    </form>
  )
}
