'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { rightAddress } from '../../kit/net/right-address'
import { useToast } from '../../kit/toast'
import { takeBackAllDrawings } from './actions'

export function DeleteAll({ count }: { count: number }) {
  const words = useTranslations('profile.drawings')
  const common = useTranslations('common')
  const show = useToast()
  const [isAsking, setAsking] = useState(false)
  const [isPending, startTransition] = useTransition()
  const takeBack = () =>
    startTransition(async () => {
      await takeBackAllDrawings().then(
        () => show(words('deleted'), 'good'),
        (error) => {
          if (rightAddress(error)) throw error
          show(words('failed'), 'bad')
        },
      )
      setAsking(false)
    })
  return (
    <>
      <Button kind="danger" size="small" onClick={() => setAsking(true)}>
        {words('deleteAll')}
      </Button>
      <Dialog
        title={words('deleteAllTitle')}
        description={words('deleteAllText', { count })}
        isOpen={isAsking}
        onOpenChange={setAsking}
      >
        <div className="flex flex-wrap gap-2">
          <Button kind="danger" disabled={isPending} onClick={takeBack}>
            {words('deleteAll')}
          </Button>
          <Button onClick={() => setAsking(false)}>{common('cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}
