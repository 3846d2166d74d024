'use client'

import './motions.css'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import type { PlayerAnswer } from '#game/protocol/http-answers'
import type { Refusal } from '#game/refusal'
import { fetchPlayer } from '../player/player-api'
import { useRefusal } from '../refusals/use-refusal'
import type { Door } from '../room-client/room-client'
import { Button } from '../ui/button'
import { Spinner } from '../ui/spinner'
import { NameForm } from './name-form'
import { OriginContext } from './origin'
import { RoomNote } from './parts/room-note'
import { RoomHall } from './room-hall'

type RoomProps = { door: Door; isSpectator: boolean; origin: string }

type Visitor = 'unknown' | 'seated' | { readonly refusal: Refusal } | PlayerAnswer

/** The door of a room: who has no name yet is asked for one, then the room opens. */
export function Room({ door, isSpectator, origin }: RoomProps) {
  const words = useTranslations('room')
  const common = useTranslations('common')
  const refusalText = useRefusal()
  const [visitor, setVisitor] = useState<Visitor>('unknown')
  const ask = useCallback(() => {
    setVisitor('unknown')
    fetchPlayer().then((answer) => {
      if (!answer.ok) setVisitor(answer)
      else setVisitor(answer.told.colour === undefined ? answer.told : 'seated')
    })
  }, [])
  useEffect(ask, [ask])

  if (visitor === 'seated') {
    return (
      <OriginContext value={origin}>
        <RoomHall door={door} isSpectator={isSpectator} onUnknown={ask} />
      </OriginContext>
    )
  }
  if (visitor === 'unknown') {
    return (
      <RoomNote>
        <Spinner label={words('connection.connecting')} />
      </RoomNote>
    )
  }
  if ('refusal' in visitor) {
    const action = <Button onClick={ask}>{common('retry')}</Button>
    return <RoomNote title={refusalText(visitor.refusal)} action={action} />
  }
  return <NameForm door={door} player={visitor} onSaved={() => setVisitor('seated')} />
}
