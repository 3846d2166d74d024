'use client'

import { Check, Share2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { shareOrCopy } from './browser/share-text'
import { Button } from './button'
import { useToast } from './toast'

type ShareButtonProps = {
  /** From the root, on the site that the page came from. */
  path: string
  text: string
  kind?: 'solid' | 'outline'
}

/** Hands a link on: by the device's own sheet where it has one, else by the clipboard, else to be read. */
export function ShareButton({ path, text, kind = 'solid' }: ShareButtonProps) {
  const words = useTranslations('common.share')
  const show = useToast()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 2_500)
    return () => clearTimeout(timer)
  }, [isCopied])

  async function share() {
    const url = new URL(path, window.location.href).href
    const outcome = await shareOrCopy({ text, url })
    if (outcome === 'copied') {
      setCopied(true)
      show(words('copied'), 'good')
    }
    if (outcome === 'failed') show(words('notCopied', { address: url }))
  }

  return (
    <Button kind={kind} onClick={share}>
      {isCopied ? <Check aria-hidden="true" /> : <Share2 aria-hidden="true" />}
      {words(isCopied ? 'copied' : 'share')}
    </Button>
  )
}
