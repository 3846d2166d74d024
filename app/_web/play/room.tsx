'use client'

import './motions.css'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlayerAnswer } from '#game/protocol/http-answers'
import type { Refusal } from '#game/protocol/refusal'
import { keepsNoCookie } from '../kit/player/kept-cookie'
import { fetchPlayer } from '../kit/player/player-api'
import { NameForm } from './name-form'
import { OriginContext } from './origin'
import { NoCookies } from './parts/no-cookies'
import { Opening } from './parts/opening'
import type { Door } from './room-client/room-client'
import { RoomHall } from './room-hall'

type RoomProps = { door: Door; isSpectator: boolean; origin: string }

type Visitor = 'unknown' | 'seated' | 'cookieless' | PlayerAnswer

const tryAgainMs = 1_500
/** The door of a room: who has no name yet is asked for one, then the room opens. */
export function Room({ door, isSpectator, origin }: RoomProps) {
  const [visitor, setVisitor] = useState<Visitor>('unknown')
  const [reason, setReason] = useState<Refusal | null>(null)
  const [asking, setAsking] = useState(() => ({ since: performance.now() }))
  /** The connection has said that it does not know the one whom pages know. */
  const isUnknownThere = useRef(false)
  const newcomer = useRef<PlayerAnswer>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let isHere = true
    const ask = async () => {
      const answer = await fetchPlayer()
      if (!isHere) return
      if (!answer.ok) {
        setReason(answer.refusal)
        timer = setTimeout(ask, tryAgainMs)
        return
      }
      const player = answer.told
      if (player.colour !== undefined) {
        setVisitor(isUnknownThere.current ? 'cookieless' : 'seated')
      } else {
        isUnknownThere.current = false
        newcomer.current = player
        setVisitor(keepsNoCookie(player) ? 'cookieless' : player)
      }
    }
    if (asking) void ask()
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [asking])

  const ask = useCallback(() => {
    setVisitor('unknown')
    setReason(null)
    setAsking({ since: performance.now() })
  }, [])
  const askAgain = useCallback(() => {
    isUnknownThere.current = true
    ask()
  }, [ask])
  const startOver = () => {
    isUnknownThere.current = false
    if (newcomer.current) setVisitor(newcomer.current)
    else ask()
  }

  switch (visitor) {
    case 'unknown':
      return <Opening since={asking.since} line={{ isOpen: true, reason }} retry={ask} />
    case 'cookieless':
      return <NoCookies retry={startOver} />
    case 'seated':
      return (
        <OriginContext value={origin}>
          <RoomHall {...{ door, isSpectator }} since={asking.since} onUnknown={askAgain} />
        </OriginContext>
      )
    default:
      return <NameForm door={door} player={visitor} onSaved={ask} />
  }
}
