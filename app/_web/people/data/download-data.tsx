'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { saveFile } from '../../kit/browser/share'
import { Button } from '../../kit/button'
import { fetchOwnData } from '../../kit/player/player-api'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { useToast } from '../../kit/toast'

const fileName = 'digit-dash-my-data.json'

/** Saves all that is stored about the player as a file, whole or not at all. */
export function DownloadData() {
  const t = useTranslations('profile.data.download')
  const refusalText = useRefusal()
  const show = useToast()
  const [isLoading, setLoading] = useState(false)

  async function download() {
    setLoading(true)
    const answer = await fetchOwnData()
    setLoading(false)
    if (!answer.ok) {
      // Who has only just taken a name is known to nobody but this browser.
      return show(answer.refusal === 'no-identity' ? t('nothing') : refusalText(answer.refusal), 'bad')
    }
    saveFile(new Blob([JSON.stringify(answer.data, null, 2)], { type: 'application/json' }), fileName)
    show(t('saved', { file: fileName }), 'good')
  }

  return (
    <Button kind="primary" className="mt-4" disabled={isLoading} onClick={download}>
      <Download aria-hidden="true" />
      {t(isLoading ? 'loading' : 'button')}
    </Button>
  )
}
