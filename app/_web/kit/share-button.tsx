'use client'

import { Check, Share2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { shareOrCopy } from './browser/share'
import { Button } from './button'
import { FittedText } from './fit/fitted-text'
import { SignContent } from './sign-content'
import { useCopied } from './use-copied'

type ShareButtonProps = Pick<ComponentProps<typeof Button>, 'kind' | 'size' | 'className'> & {
  /** An address, or a path on the site that the page came from. */
  href: string
  text: string
  /** Of the kind `sign`: there is place for the sign alone. */
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

  const sign = isCopied ? <Check aria-hidden="true" /> : <Share2 aria-hidden="true" />
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
      {kind === 'sign' ? (
        <SignContent sign={sign} text={label} isBrief={isBrief} />
      ) : (
        <>
          {sign}
          <FittedText text={label} />
        </>
      )}
    </Button>
  )
}
