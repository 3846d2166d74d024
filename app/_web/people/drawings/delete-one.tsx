'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '../../kit/button'
import { rightAddress } from '../../kit/net/right-address'
import { useToast } from '../../kit/toast'
import { takeBackDrawing } from './actions'

export function DeleteOne({ id, label }: { id: string; label: string }) {
  const words = useTranslations('profile.drawings')
  const show = useToast()
  const [isPending, startTransition] = useTransition()
  const takeBack = () =>
    startTransition(async () => {
      await takeBackDrawing(id).then(
        () => show(words('deleted'), 'good'),
        (error) => {
          if (rightAddress(error)) throw error
          show(words('failed'), 'bad')
        },
      )
    })
  return (
    <Button
      size="small"
      className="mt-2 w-full whitespace-nowrap px-2"
      aria-label={label}
      disabled={isPending}
      onClick={takeBack}
    >
      <Trash2 aria-hidden="true" />
      {words('delete')}
    </Button>
  )
}
