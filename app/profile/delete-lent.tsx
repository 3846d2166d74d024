'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useToast } from '../ui/toast'
import { takeBackAllDrawings } from './drawings/actions'

type DeleteLentProps = {
  /** How many there are to decide about; with none there is no question. */
  count: number
  onDecided: () => void
}

/** Asks who has just said no what becomes of the drawings that are kept: one tap each way. */
export function DeleteLent({ count, onDecided }: DeleteLentProps) {
  const words = useTranslations('profile.own.withdrawn')
  const drawings = useTranslations('profile.drawings')
  const show = useToast()
  const [isPending, startTransition] = useTransition()
  const takeBack = () =>
    startTransition(async () => {
      await takeBackAllDrawings().then(
        () => show(drawings('deleted'), 'good'),
        () => show(drawings('failed'), 'bad'),
      )
      onDecided()
    })
  return (
    <Dialog
      title={words('title')}
      description={words('text', { count })}
      isOpen={count > 0}
      onOpenChange={onDecided}
    >
      <div className="grid gap-2 min-[26rem]:grid-cols-2">
        <Button disabled={isPending} onClick={takeBack}>
          {words('delete')}
        </Button>
        <Button disabled={isPending} onClick={onDecided}>
          {words('leave')}
        </Button>
      </div>
    </Dialog>
  )
}
