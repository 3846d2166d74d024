'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { postListing } from '../kit/player/player-api'
import { useRefusal } from '../kit/refusals/use-refusal'
import { Switch } from '../kit/switch'
import { useToast } from '../kit/toast'

/** May others open this player's profile? */
export function ListingSwitch({ isListed: before }: { isListed: boolean }) {
  const t = useTranslations('profile.own')
  const refusalText = useRefusal()
  const show = useToast()
  const [isListed, setListed] = useState(before)

  async function change(wanted: boolean) {
    setListed(wanted)
    const answer = await postListing(wanted)
    if (answer.ok) return
    setListed(!wanted)
    show(refusalText(answer.refusal), 'bad')
  }

  return <Switch label={t('listed')} hint={t('listedHint')} checked={isListed} onCheckedChange={change} />
}
