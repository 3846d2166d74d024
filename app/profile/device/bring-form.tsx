'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { recoverPlayer } from '../../player/player-api'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'

type Problem = 'noSuchCode' | 'tooOften' | 'failed'
const problems = { 'no-such-code': 'noSuchCode', 'too-often': 'tooOften' } as const

/** Makes this browser the player's whose code is typed. */
export function BringForm() {
  const words = useTranslations('profile.device')
  const [code, setCode] = useState('')
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function recover(event: FormEvent) {
    event.preventDefault()
    setAsking(true)
    setProblem(null)
    try {
      const outcome = await recoverPlayer(code)
      // The whole page anew: everything on it may have been somebody else's.
      if (outcome === 'recovered') return window.location.assign('/profile')
      setProblem(problems[outcome])
    } catch {
      setProblem('failed')
    }
    setAsking(false)
  }

  return (
    <form onSubmit={recover} className="mt-4 grid gap-4">
      <TextField
        label={words('field')}
        name="code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={problem && words(problem)}
        required
        maxLength={40}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="XXXX XXXX XXXX XXXX XXXX"
        className="figures uppercase tracking-wide placeholder:opacity-60"
      />
      <Button type="submit" kind="solid" disabled={isAsking}>
        {words('submit')}
      </Button>
    </form>
  )
}
