'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { useToast } from '../kit/toast'
import { takeBackAllDrawings } from './drawings/actions'

type DeleteLentProps = {
  /** How many there are to decide about; with none there is no question. */
  count: number
  /** @param left how many are still kept */
  onDecided: (left: number) => void
}

/** Asks who has just said no what becomes of the drawings that are kept: one tap each way. */
export function DeleteLent({ count, onDecided }: DeleteLentProps) {
  const t = useTranslations('common.deleteLent')
  const show = useToast()
  const [isPending, startTransition] = useTransition()
  const takeBack = () =>
    startTransition(async () => {
      const isDeleted = await takeBackAllDrawings().then(
        () => true,
        () => false,
      )
      if (isDeleted) show(t('deleted'), 'good')
      else show(t('failed'), 'bad')
      onDecided(isDeleted ? 0 : count)
    })
  const leave = () => onDecided(count)
  return (
    <Dialog title={t('title')} description={t('text', { count })} isOpen={count > 0} onOpenChange={leave}>
      <div className="grid gap-2 min-[26rem]:grid-cols-2">
        <Button disabled={isPending} onClick={takeBack}>
          {t('delete')}
        </Button>
        <Button disabled={isPending} onClick={leave}>
          {t('leave')}
        </Button>
      </div>
    </Dialog>
  )
}
