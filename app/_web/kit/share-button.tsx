'use client'

import { Check, Share2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { shareOrCopy } from './browser/share'
import { Button } from './button'
import { FittedText } from './fit/fitted-text'
import { useCopied } from './use-copied'

type ShareButtonProps = Pick<ComponentProps<typeof Button>, 'kind' | 'size' | 'className'> & {
  /** An address, or a path on the site that the page came from. */
  href: string
  text: string
  /** There is place for the sign alone. */
  isBrief?: boolean
}

/** Hands a link on: by the device's share dialog where it has one, else by the clipboard, else to be read. */
export function ShareButton({
  href,
  text,
  kind = 'solid',
  size,
  isBrief = false,
  className,
}: ShareButtonProps) {
  const t = useTranslations('common.share')
  const [isCopied, tell] = useCopied()

  const label = t(isCopied ? 'copied' : 'share')

  async function share() {
    const url = new URL(href, window.location.href).href
    const outcome = await shareOrCopy({ text, url })
    if (outcome === 'copied') tell(true, t('copied'))
    if (outcome === 'failed') tell(false, t('notCopied', { address: url }))
  }

  return (
    <Button
      kind={kind}
      size={size}
      className={className}
      onClick={share}
      {...(isBrief && { 'aria-label': label, 'data-tip': label })}
    >
      {isCopied ? <Check aria-hidden="true" /> : <Share2 aria-hidden="true" />}
      {!isBrief && <FittedText text={label} />}
    </Button>
  )
}
