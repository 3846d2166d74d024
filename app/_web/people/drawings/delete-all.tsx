'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { takeBackAllDrawings } from './actions'
import { useTakeBack } from './use-take-back'

export function DeleteAll({ count }: { count: number }) {
  const t = useTranslations('profile.drawings')
  const common = useTranslations('common')
  const [isAsking, setAsking] = useState(false)
  const [isPending, takeBack] = useTakeBack({ deleted: t('deleted'), failed: t('failed') })
  return (
    <>
      <Button kind="danger" size="small" onClick={() => setAsking(true)}>
        {t('deleteAll')}
      </Button>
      <Dialog
        title={t('deleteAllTitle')}
        description={t('deleteAllText', { count })}
        isOpen={isAsking}
        onOpenChange={setAsking}
      >
        <div className="flex flex-wrap gap-2">
          <Button
            kind="danger"
            disabled={isPending}
            onClick={() => takeBack(takeBackAllDrawings, () => setAsking(false))}
          >
            {t('deleteAll')}
          </Button>
          <Button onClick={() => setAsking(false)}>{common('cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}
