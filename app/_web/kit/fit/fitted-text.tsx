import './fitted-text.css'
import type { CSSProperties } from 'react'
import { classes } from '../classes'
import { withDrawnMarks } from './drawn-mark'
import { endsAtWord, textWidth, wrapWidth } from './text-width'

type FittedTextProps = {
  text: string
  /** Names may be broken anywhere; words stay whole, and become smaller instead. */
  mayBreak?: boolean
  className?: string
}

/** Wider than any word there is: a name, which may be broken anywhere as well. */
const longWord = 14

/** Between these a line may end; what a no-break space holds together is one word. */
const gaps = /([ \n]+)/

function widestWord(parts: readonly string[]): number {
  return Math.max(0.1, ...parts.map(textWidth))
}

/** For what is around a row of places of one width, each of the class `fitted-cell`: all fitted texts in it have letters of one size. */
export function fittedRow(texts: readonly string[]): CSSProperties {
  const words = texts.flatMap((text) => text.split(gaps)).filter((word) => textWidth(word) <= longWord)
  return {
    '--row-ems': Math.max(...texts.map(textWidth)),
    '--row-two': Math.max(...texts.map((text) => wrapWidth(text, 2, false))),
    '--row-three': Math.max(...texts.map((text) => wrapWidth(text, 3, false))),
    '--row-word': widestWord(words),
  } as CSSProperties
}

/**
 * A name or a few words in the height of 1.6 em, never cut: what does not fit on one line gets two or three of smaller letters. As
 * wide as its text where there is place for it.
 */
export function FittedText({ text, mayBreak = false, className }: FittedTextProps) {
  const parts = text.split(gaps)
  const isLong = (part: string) => mayBreak || textWidth(part) > longWord
  const word = widestWord(parts.filter((part) => !isLong(part)))
  // A name has a direction of its own; words with a name in them have that of the page.
  const Element = mayBreak ? 'bdi' : 'span'
  return (
    <Element
      className={classes('fitted-text', className)}
      style={
        {
          '--ems': textWidth(text),
          '--two-ems': wrapWidth(text, 2, mayBreak),
          '--three-ems': wrapWidth(text, 3, mayBreak),
          '--word': word,
          // A name in smaller letters is better than one in two parts.
          ...(mayBreak && !endsAtWord(text) && { '--two-most': '0.6em' }),
        } as CSSProperties
      }
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
