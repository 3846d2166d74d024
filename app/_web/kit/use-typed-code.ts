import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { isRoomCode, normaliseRoomCode } from '#game/protocol/constants'
import { isRoomKnown } from './net/rooms-api'
import { useRefusal } from './refusals/use-refusal'

/** How long the next page may take, ms: then it may be asked for again. */
export const pageTimeoutMs = 5_000

/**
 * The code of a room as somebody types it, with what is wrong with it. Its texts are `common` and `refusal`.
 * @param leave goes to the room of that code, which may be there; false where it stays here
 * @returns busy from the submission on, until it is refused or the next page is late
 */
export function useTypedCode(leave: (code: string) => boolean | Promise<boolean>) {
  const t = useTranslations('common.roomCode')
  const refusalText = useRefusal()
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!isRoomCode(code)) return setError(t('wrong'))
    const normal = normaliseRoomCode(code)
    setBusy(true)
    setError(null)
    const isKnown = await isRoomKnown(normal)
    if (!isKnown) setError(refusalText('no-such-room'))
    if (isKnown && (await leave(normal))) timer.current = setTimeout(() => setBusy(false), pageTimeoutMs)
    else setBusy(false)
  }

  return { field: { value: code, onType: setCode, error }, isBusy, submit }
}
