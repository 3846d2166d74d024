'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { PlayerAnswer } from '#game/protocol/http-answers'
import { fetchPlayer, savePlayer } from '../../player/player-api'
import { useRefusal } from '../../refusals/use-refusal'
import { useRoomClient } from '../../room-client/use-room'
import { Switch } from '../../ui/switch'
import { useToast } from '../../ui/toast'

/** May this player's drawings train the network? A change takes the seat anew, because the seat carries it. */
export function Consent() {
  const words = useTranslations('room.door')
  const refusalText = useRefusal()
  const show = useToast()
  const { rejoin } = useRoomClient()
  const [player, setPlayer] = useState<PlayerAnswer | null>(null)
  useEffect(() => {
    fetchPlayer().then((answer) => answer.ok && setPlayer(answer.told))
  }, [])
  if (!player) return null

  async function change(hasConsented: boolean) {
    if (!player) return
    setPlayer({ ...player, hasConsented })
    const answer = await savePlayer({ hasConsented })
    if (answer.ok) return rejoin()
    setPlayer(player)
    show(refusalText(answer.refusal), 'bad')
  }

  return (
    <Switch
      label={words('consent')}
      hint={words('consentHint')}
      checked={player.hasConsented ?? false}
      onCheckedChange={change}
    />
  )
}
