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
  const words = useTranslations('profile.device')
  const refusalText = useRefusal()
  const [isReady, setReady] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)

  // A form that is sent before the page has woken up would put the code into the address.
  useEffect(() => setReady(true), [])

  async function recover(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code'))
    setAsking(true)
    setProblem(null)
    const answer = await recoverPlayer(code)
    // The whole page anew: everything on it may have been somebody else's.
    if (answer.ok) return window.location.assign('/profile')
    setProblem(answer.refusal)
    setAsking(false)
  }

  return (
    <form onSubmit={recover} className="mt-4 grid gap-4">
      <TextField
        label={words('field')}
        name="code"
        error={problem && refusalText(problem)}
        required
        maxLength={40}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="XXXX XXXX XXXX XXXX XXXX"
        className="figures uppercase tracking-wide placeholder:opacity-60"
      />
      <Button type="submit" kind="solid" disabled={isAsking || !isReady}>
        {words('submit')}
      </Button>
    </form>
  )
}
