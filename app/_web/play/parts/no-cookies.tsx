'use client'

import { Cookie } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { RoomNote } from './room-note'

/** The server accepted the name and the browser did not keep its cookie: asking for the name again would not help. */
export function NoCookies({ retry }: { retry: () => void }) {
  const refusalText = useRefusal()
  const common = useTranslations('common')
  return (
    <RoomNote
      title={refusalText('no-cookies')}
      picture={<Cookie className="size-16 text-edge" strokeWidth={1.5} />}
      action={
        <Button kind="primary" onClick={retry}>
          {common('retry')}
        </Button>
      }
    />
  )
}
