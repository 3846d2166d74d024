'use client'

import { Dices } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { maxNameLength } from '#game/protocol/constants'
import type { PlayerAnswer } from '#game/protocol/http-answers'
import type { Refusal } from '#game/protocol/refusal'
import { inks } from '../ink/palette'
import { Button } from '../kit/button'
import { IconButton } from '../kit/icon-button'
import { Panel } from '../kit/panel'
import { fetchPlayer, savePlayer } from '../kit/player/player-api'
import { PrivacyLink } from '../kit/privacy-link'
import { isAboutName, useRefusal } from '../kit/refusals/use-refusal'
import { Switch } from '../kit/switch'
import { TextField } from '../kit/text-field'
import { InkChoice } from './parts/ink-choice'
import type { RoomTarget } from './room-client/room-target'

type NameFormProps = {
  target: RoomTarget
  isSpectator: boolean
  onSpectate: (isSpectator: boolean) => void
  player: PlayerAnswer
  onSaved: () => void
}

/** Asks a visitor for a name and an ink. */
export function NameForm({ target, isSpectator, onSpectate, player, onSaved }: NameFormProps) {
  const t = useTranslations('room.nameForm')
  const room = useTranslations('room')
  const refusalText = useRefusal()
  const [name, setName] = useState(player.suggestion)
  const [colour, setColour] = useState(() => player.colour ?? Math.floor(Math.random() * inks.length))
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)

  async function enter(event: FormEvent) {
    event.preventDefault()
    setSaving(true)
    setProblem(null)
    const answer = await savePlayer({ name, colour })
    if (answer.ok) return onSaved()
    setProblem(answer.refusal)
    setSaving(false)
  }

  async function suggest() {
    const answer = await fetchPlayer()
    if (answer.ok) setName(answer.data.suggestion)
    setProblem(answer.ok ? null : answer.refusal)
  }

  return (
    <main id="main" className="page grid min-h-dvh grid-cols-1 place-items-center pt-6">
      <Panel className="w-full max-w-md animate-rise">
        <p className="figures font-semibold text-muted">
          {target.name === 'code' ? room('title', { code: target.code }) : room(`targets.${target.name}`)}
        </p>
        <h1 className="mt-1 text-4xl">{t(isSpectator ? 'watchTitle' : 'title')}</h1>
        <form onSubmit={enter} className="mt-6 grid grid-cols-1 gap-6">
          <TextField
            label={t('name')}
            name="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={problem && isAboutName(problem) ? refusalText(problem) : null}
            required
            maxLength={maxNameLength}
            full={refusalText('long-name')}
            autoComplete="nickname"
            spellCheck={false}
            end={
              <IconButton label={t('another')} onClick={suggest}>
                <Dices />
              </IconButton>
            }
          />
          {!isSpectator && <InkChoice value={colour} onChange={setColour} />}
          {target.name === 'code' && (
            <Switch label={t('watch')} checked={isSpectator} onCheckedChange={onSpectate} />
          )}
          <Button type="submit" kind="primary" size="large" disabled={isSaving}>
            {t('enter')}
          </Button>
          <p role="status" className="text-bad empty:hidden">
            {problem && !isAboutName(problem) ? refusalText(problem) : null}
          </p>
        </form>
        <p className="mt-2 text-center">
          <PrivacyLink />
        </p>
      </Panel>
    </main>
  )
}
