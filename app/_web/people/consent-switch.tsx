'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { consentVersion } from '#game/protocol/consent'
import { postConsent } from '../kit/player/player-api'
import { useRefusal } from '../kit/refusals/use-refusal'
import { Switch } from '../kit/switch'
import { useToast } from '../kit/toast'
import { DeleteLent } from './delete-lent'

type ConsentSwitchProps = {
  hasConsented: boolean
  /** How many drawings are kept. */
  kept: number
}

/** Whether this player's drawings may be kept. A no counts at once, and offers to delete what was kept. */
export function ConsentSwitch({ hasConsented: before, kept }: ConsentSwitchProps) {
  const t = useTranslations('profile.own')
  const refusalText = useRefusal()
  const show = useToast()
  const [hasConsented, setConsented] = useState(before)
  const [isSaving, setSaving] = useState(false)
  /** Drawings to be decided about after a no. */
  const [lent, setLent] = useState(0)

  async function change(wanted: boolean) {
    if (isSaving) return
    setSaving(true)
    setConsented(wanted)
    const answer = await postConsent({ hasConsented: wanted, version: consentVersion })
    setSaving(false)
    if (answer.ok) return setLent(wanted ? 0 : answer.data.kept)
    setConsented(!wanted)
    show(refusalText(answer.refusal), 'bad')
  }

  return (
    <div>
      <Switch label={t('consent')} hint={t('consentHint')} checked={hasConsented} onCheckedChange={change} />
      {kept > 0 && <p className="text-base text-muted leading-snug">{t('consentKept', { count: kept })}</p>}
      <DeleteLent count={lent} onDecided={() => setLent(0)} />
    </div>
  )
}
