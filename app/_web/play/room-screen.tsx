'use client'

import './motions.css'
import './fit/fit.css'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlayerAnswer } from '#game/protocol/http-answers'
import type { Refusal } from '#game/protocol/refusal'
import { isRoomKnown } from '../kit/net/rooms-api'
import { isCookieRejected } from '../kit/player/cookie-check'
import { fetchPlayer } from '../kit/player/player-api'
import { NameForm } from './name-form'
import { OriginContext } from './origin'
import { NoCookies } from './parts/no-cookies'
import { NoSuchRoom } from './parts/no-such-room'
import { Opening } from './parts/opening'
import { useTabs } from './parts/use-tabs'
import type { RoomTarget } from './room-client/room-target'
import { RoomProvider } from './room-provider'

type RoomScreenProps = { target: RoomTarget; isSpectator: boolean; origin: string }

/** Who has a colour has a name. */
type Visitor = 'unknown' | 'cookieless' | 'lost' | PlayerAnswer

const tryAgainMs = 1_500

/** The page of a room: asks a visitor without a name for one where there is such a room, then opens it. */
export function RoomScreen({ target, isSpectator: isAskedToWatch, origin }: RoomScreenProps) {
  const [isSpectator, setSpectator] = useState(isAskedToWatch)
  const [visitor, setVisitor] = useState<Visitor>('unknown')
  const [reason, setReason] = useState<Refusal | null>(null)
  const [asking, setAsking] = useState(() => ({ since: performance.now() }))
  /** The socket does not know the player whom the HTTP API knows. */
  const isUnknownThere = useRef(false)
  const newcomer = useRef<PlayerAnswer>(null)
  const code = target.name === 'code' ? target.code : null
  useTabs()

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
      const player = answer.data
      if (player.colour !== undefined) {
        setVisitor(isUnknownThere.current ? 'cookieless' : player)
      } else {
        isUnknownThere.current = false
        newcomer.current = player
        const isThere = code === null || (await isRoomKnown(code))
        if (!isHere) return
        if (!isThere) setVisitor('lost')
        else setVisitor(isCookieRejected(player) ? 'cookieless' : player)
      }
    }
    if (asking) void ask()
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [asking, code])

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
    case 'lost':
      return <NoSuchRoom />
    case 'cookieless':
      return <NoCookies retry={startOver} />
    default:
      return visitor.colour === undefined ? (
        <NameForm {...{ target, isSpectator }} onSpectate={setSpectator} player={visitor} onSaved={ask} />
      ) : (
        <OriginContext value={origin}>
          <RoomProvider
            {...{ target, isSpectator }}
            player={visitor}
            since={asking.since}
            onUnknown={askAgain}
          />
        </OriginContext>
      )
  }
}
