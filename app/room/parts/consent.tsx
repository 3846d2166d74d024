'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { fetchPlayer, type PlayerAnswer, savePlayer } from '../../player/player-api'
import { useRoomClient } from '../../room-client/use-room'
import { Switch } from '../../ui/switch'
import { useToast } from '../../ui/toast'

/** May this player's drawings train the network? A change takes the seat anew, because the seat carries it. */
export function Consent() {
  const words = useTranslations('room.door')
  const show = useToast()
  const { rejoin } = useRoomClient()
  const [player, setPlayer] = useState<PlayerAnswer | null>(null)
  useEffect(() => {
    fetchPlayer().then(setPlayer, () => {})
  }, [])
  if (!player) return null

  async function change(hasConsented: boolean) {
    if (!player) return
    setPlayer({ ...player, hasConsented })
    try {
      if (!(await savePlayer({ hasConsented }))) throw new Error('nobody is known here')
      rejoin()
    } catch {
      setPlayer(player)
      show(words('failed'), 'bad')
    }
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
