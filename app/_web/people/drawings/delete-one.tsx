'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { takeBackDrawing } from './actions'
import { useTakeBack } from './use-take-back'

export function DeleteOne({ id, label }: { id: string; label: string }) {
  const t = useTranslations('profile.drawings')
  const [isPending, takeBack] = useTakeBack({ deleted: t('deleted'), failed: t('failed') })
  return (
    <Button
      size="small"
      className="mt-2 w-full whitespace-nowrap px-2"
      aria-label={label}
      disabled={isPending}
      onClick={() => takeBack(() => takeBackDrawing(id))}
    >
      <Trash2 aria-hidden="true" />
      {t('delete')}
    </Button>
  )
}
