import './fitted-text.css'
import type { CSSProperties } from 'react'
import { classes } from '../classes'
import { withDrawnMarks } from './drawn-mark'
import { textWidth } from './text-width'

type FittedTextProps = {
  text: string
  /** Names may be broken anywhere; words stay whole, and become smaller instead. */
  mayBreak?: boolean
  className?: string
}

/** Wider than any word there is: a name, which may be broken anywhere as well. */
const longWord = 14

/**
 * A name or a few words in the height of 1.6 em, never cut: what does not fit on one line gets two or three of smaller letters. As
 * wide as its text where there is place for it.
 */
export function FittedText({ text, mayBreak = false, className }: FittedTextProps) {
  // What a no-break space holds together is one word.
  const parts = text.split(/([ \n]+)/)
  const isLong = (part: string) => mayBreak || textWidth(part) > longWord
  const word = Math.max(0.1, ...parts.filter((part) => !isLong(part)).map(textWidth))
  // A name has a direction of its own; words with a name in them have that of the page.
  const Element = mayBreak ? 'bdi' : 'span'
  return (
    <Element
      className={classes('fitted-text', className)}
      style={{ '--ems': textWidth(text), '--word': word } as CSSProperties}
    >
      <span>
        {!mayBreak && parts.some(isLong)
          ? parts.map((part, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name
              <span key={at} className={isLong(part) ? 'break-all' : undefined}>
                {withDrawnMarks(part)}
              </span>
            ))
          : withDrawnMarks(text)}
      </span>
    </Element>
  )
}
