'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { takeBackAllDrawings } from './drawings/actions'
import { useTakeBack } from './drawings/use-take-back'

type DeleteLentProps = {
  /** How many there are to decide about; with none there is no question. */
  count: number
  /** @param left how many are still kept */
  onDecided: (left: number) => void
}

/** After a no: asks whether the drawings kept so far are deleted or stay. */
export function DeleteLent({ count, onDecided }: DeleteLentProps) {
  const t = useTranslations('common.deleteLent')
  const [isPending, takeBack] = useTakeBack({ deleted: t('deleted'), failed: t('failed') })
  const leave = () => onDecided(count)
  return (
    <Dialog title={t('title')} description={t('text', { count })} isOpen={count > 0} onOpenChange={leave}>
      <div className="grid gap-2 min-[26rem]:grid-cols-2">
        <Button
          disabled={isPending}
          onClick={() => takeBack(takeBackAllDrawings, (isDeleted) => onDecided(isDeleted ? 0 : count))}
        >
          {t('delete')}
        </Button>
        <Button disabled={isPending} onClick={leave}>
          {t('leave')}
        </Button>
      </div>
    </Dialog>
  )
}
