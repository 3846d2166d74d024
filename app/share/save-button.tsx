'use client'

import { ImageDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../ui/button'
import { useToast } from '../ui/toast'
import { type Poster, paintPoster } from './poster'

/** Saves a poster as a picture. */
export function SaveButton({ poster, fileName }: { poster: Poster; fileName: string }) {
  const words = useTranslations('common.share')
  const show = useToast()
  const [isPainting, setPainting] = useState(false)

  async function save() {
    setPainting(true)
    const picture = await paintPoster(poster)
    setPainting(false)
    if (!picture) return show(words('notSaved'), 'bad')
    const link = document.createElement('a')
    link.href = URL.createObjectURL(picture)
    link.download = fileName
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }

  return (
    <Button onClick={save} disabled={isPainting}>
      <ImageDown aria-hidden="true" />
      {words('save')}
    </Button>
  )
}
