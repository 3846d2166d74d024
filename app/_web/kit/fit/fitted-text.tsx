import './fitted-text.css'
import type { CSSProperties } from 'react'
import { classes } from '../classes'
import { textWidth } from './text-width'

/**
 * A name or a few words in the height of 1.6 em, never cut: what does not fit on one line gets two or three of smaller letters. As
 * wide as its text where there is place for it.
 */
export function FittedText({ text, className }: { text: string; className?: string }) {
  return (
    <bdi className={classes('fitted-text', className)} style={{ '--ems': textWidth(text) } as CSSProperties}>
      <span>{text}</span>
    </bdi>
  )
}
