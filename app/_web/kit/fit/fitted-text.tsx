import './fitted-text.css'
import type { CSSProperties } from 'react'
import { classes } from '../classes'
import { textWidth } from './text-width'

type FittedTextProps = {
  text: string
  /** Names may be broken anywhere; words stay whole, and become smaller instead. */
  mayBreak?: boolean
  className?: string
}

/**
 * A name or a few words in the height of 1.6 em, never cut: what does not fit on one line gets two or three of smaller letters. As
 * wide as its text where there is place for it.
 */
export function FittedText({ text, mayBreak = false, className }: FittedTextProps) {
  const word = mayBreak ? 0.1 : Math.max(...text.split(/\s/).map(textWidth))
  return (
    <bdi
      className={classes('fitted-text', className)}
      style={{ '--ems': textWidth(text), '--word': word } as CSSProperties}
    >
      <span>{text}</span>
    </bdi>
  )
}
