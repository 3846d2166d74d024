'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { PlayerAnswer } from '#game/protocol/http-answers'
import type { PhaseView } from '#game/protocol/server-messages'
import { useToast } from '../../kit/toast'
import { useRoom } from '../room-client/use-room'

/** In these nothing else is to be read. */
const busy = new Set<PhaseView['name']>(['countdown', 'drawing', 'judging'])

/** Tells a player once a visit that an admin has given them another name, as soon as they have the time to read it. */
export function Renamed({ player: { name, refusedName } }: { player: PlayerAnswer }) {
  const t = useTranslations('common')
  const toast = useToast()
  const hasTime = useRoom(({ phase }) => phase !== null && !busy.has(phase.name))
  const isTold = useRef(false)
  useEffect(() => {
    if (refusedName === undefined || !hasTime || isTold.current) return
    isTold.current = true
    toast(t('renamed', { before: refusedName, name }))
  }, [refusedName, name, hasTime, t, toast])
  return null
}
