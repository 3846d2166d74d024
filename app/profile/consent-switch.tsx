'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { savePlayer } from '../player/player-api'
import { useRefusal } from '../refusals/use-refusal'
import { Switch } from '../ui/switch'
import { useToast } from '../ui/toast'

/** May this player's drawings be kept? Holds at once, also for a seat that is taken in another tab. */
export function ConsentSwitch({ hasConsented: before }: { hasConsented: boolean }) {
  const words = useTranslations('profile.own')
  const refusalText = useRefusal()
  const show = useToast()
  const [hasConsented, setConsented] = useState(before)

  async function change(wanted: boolean) {
    setConsented(wanted)
    const answer = await savePlayer({ hasConsented: wanted })
    if (answer.ok) return
    setConsented(!wanted)
    show(refusalText(answer.refusal), 'bad')
  }

  return (
    <Switch
      label={words('consent')}
      hint={words('consentHint')}
      checked={hasConsented}
      onCheckedChange={change}
    />
  )
}
