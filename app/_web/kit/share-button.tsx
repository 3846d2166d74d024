'use client'

import { Check, Share2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { shareOrCopy } from './browser/share-text'
import { Button } from './button'
import { FittedText } from './fit/fitted-text'
import { useCopied } from './use-copied'

type ShareButtonProps = Pick<ComponentProps<typeof Button>, 'kind' | 'size' | 'className'> & {
  /** An address, or a path on the site that the page came from. */
  href: string
  text: string
}

/** Hands a link on: by the device's share dialog where it has one, else by the clipboard, else to be read. */
export function ShareButton({ href, text, kind = 'solid', size, className }: ShareButtonProps) {
  const t = useTranslations('common.share')
  const [isCopied, tell] = useCopied()

  async function share() {
    const url = new URL(href, window.location.href).href
    const outcome = await shareOrCopy({ text, url })
    if (outcome === 'copied') tell(true, t('copied'))
    if (outcome === 'failed') tell(false, t('notCopied', { address: url }))
  }

  return (
    <Button kind={kind} size={size} className={className} onClick={share}>
      {isCopied ? <Check aria-hidden="true" /> : <Share2 aria-hidden="true" />}
      <FittedText text={t(isCopied ? 'copied' : 'share')} />
    </Button>
  )
}
