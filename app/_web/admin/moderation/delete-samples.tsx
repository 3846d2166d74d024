'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { deleteSamples } from './actions'

type DeleteSamplesProps = { playerId: string; name: string; count: number }

export function DeleteSamples({ playerId, name, count }: DeleteSamplesProps) {
  const t = useTranslations('admin.moderation')
  const common = useTranslations('common')
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button size="small" kind="danger" onClick={() => setAsking(true)}>
        {t('deleteSamples', { count })}
      </Button>
      <Dialog
        title={t('deleteTitle', { name })}
        description={t('deleteText')}
        isOpen={isAsking}
        onOpenChange={setAsking}
      >
        <form
          action={async () => {
            await deleteSamples(playerId)
            setAsking(false)
          }}
          className="flex flex-wrap gap-2"
        >
          <Button type="submit" kind="danger">
            {t('deleteSamples', { count })}
          </Button>
          <Button onClick={() => setAsking(false)}>{common('cancel')}</Button>
        </form>
      </Dialog>
    </>
  )
}
