'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ghostsVersion } from '#game/protocol/consent'
import { postGhosts } from '../kit/player/player-api'
import { useRefusal } from '../kit/refusals/use-refusal'
import { Switch } from '../kit/switch'
import { useToast } from '../kit/toast'

/** [R26] May others race this player's drawings? A no counts at once. */
export function GhostsSwitch({ lendsGhosts: before }: { lendsGhosts: boolean }) {
  const t = useTranslations('profile.own')
  const refusalText = useRefusal()
  const show = useToast()
  const [lendsGhosts, setLends] = useState(before)

  async function change(wanted: boolean) {
    setLends(wanted)
    const answer = await postGhosts({ lendsGhosts: wanted, version: ghostsVersion })
    if (answer.ok) return
    setLends(!wanted)
    show(refusalText(answer.refusal), 'bad')
  }

  return <Switch label={t('ghosts')} hint={t('ghostsHint')} checked={lendsGhosts} onCheckedChange={change} />
}
