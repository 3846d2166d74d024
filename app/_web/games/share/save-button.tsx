'use client'

import { ImageDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { saveFile } from '../../kit/browser/share'
import { Button } from '../../kit/button'
import { useToast } from '../../kit/toast'
import { type Poster, paintPoster } from './poster'

/** Saves a poster as a picture. */
export function SaveButton({ poster, fileName }: { poster: Poster; fileName: string }) {
  const t = useTranslations('common.share')
  const show = useToast()
  const [isPainting, setPainting] = useState(false)

  async function save() {
    setPainting(true)
    const picture = await paintPoster(poster)
    setPainting(false)
    if (!picture) return show(t('notSaved'), 'bad')
    saveFile(picture, fileName)
  }

  return (
    <Button onClick={save} disabled={isPainting}>
      <ImageDown aria-hidden="true" />
      {t('save')}
    </Button>
  )
}
