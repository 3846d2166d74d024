'use client'

import { Unplug } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { Spinner } from '../../kit/spinner'
import { explainAfterMs } from '../room-client/connection-trouble'
import type { LinkState } from '../room-client/room-state'
import { useTrouble } from '../room-client/use-trouble'
import { RoomNote } from './room-note'

type OpeningProps = {
  isNew?: boolean
  /** What is known of the connection, if it is one that is waited for. */
  line?: LinkState
  /** Since when the player waits, by performance.now(); a wait so long that its cause was shown already does not count. */
  since: number
  retry: () => void
}

const closedLine: LinkState = { isOpen: false, reason: null }

function startOf(since: number): number {
  const now = performance.now()
  return now - since < explainAfterMs ? since : now
}

/** While a room opens: after a few seconds it says why that takes so long and what to do. */
export function Opening({ isNew = false, line = closedLine, since, retry }: OpeningProps) {
  const t = useTranslations('room.connection')
  const ended = useTranslations('room.ended')
  const common = useTranslations('common')
  const [waitsSince, setWaitsSince] = useState(() => startOf(since))
  const refusalText = useRefusal()
  const trouble = useTrouble(true, line, waitsSince)
  if (trouble === null) {
    return (
      <RoomNote>
        <Spinner label={t(isNew ? 'creating' : 'connecting')} />
      </RoomNote>
    )
  }
  const tryAgain = () => {
    setWaitsSince(performance.now())
    retry()
  }
  return (
    <RoomNote
      title={refusalText(trouble)}
      picture={<Unplug className="size-16 text-edge" strokeWidth={1.5} />}
      action={
        <>
          <Button kind="primary" onClick={tryAgain}>
            {common('retry')}
          </Button>
          <Button asChild>
            <Link href="/">{ended('home')}</Link>
          </Button>
        </>
      }
    />
  )
}
