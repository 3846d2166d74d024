'use client'

import { Check, Copy } from 'lucide-react'
import type { ComponentProps } from 'react'
import { copyText } from './browser/copy-text'
import { Button } from './button'
import { FittedText } from './fit/fitted-text'
import { useCopied } from './use-copied'

type CopyButtonProps = Omit<ComponentProps<typeof Button>, 'onClick' | 'children'> & {
  children: string
  text: string
  /** What is said when the text was copied, and when it could not be. */
  copied: string
  notCopied: string
}

export function CopyButton({ text, copied, notCopied, children, ...rest }: CopyButtonProps) {
  const [isCopied, tell] = useCopied()
  async function copy() {
    const isDone = await copyText(text)
    tell(isDone, isDone ? copied : notCopied)
  }
  return (
    <Button onClick={copy} {...rest}>
      {isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      <FittedText text={isCopied ? copied : children} />
    </Button>
  )
}
