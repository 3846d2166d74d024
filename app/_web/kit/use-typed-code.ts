import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isRoomCode, normaliseRoomCode } from '#game/protocol/constants'
import { isRoomKnown } from './net/rooms-api'
import { useRefusal } from './refusals/use-refusal'

/** The code of a room as somebody types it, with what is wrong with it. Its texts are `common` and `refusal`. */
export function useTypedCode() {
  const t = useTranslations('common.roomCode')
  const refusalText = useRefusal()
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)

  /** @returns the code of a room that may be there; null where it cannot be, which is said beside the field */
  async function check(): Promise<string | null> {
    if (!isRoomCode(code)) {
      setError(t('wrong'))
      return null
    }
    const normal = normaliseRoomCode(code)
    setAsking(true)
    setError(null)
    const isKnown = await isRoomKnown(normal)
    setAsking(false)
    if (!isKnown) setError(refusalText('no-such-room'))
    return isKnown ? normal : null
  }

  return { field: { value: code, onType: setCode, error }, isAsking, check }
}
