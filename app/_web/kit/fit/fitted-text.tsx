import './fitted-text.css'
import type { CSSProperties } from 'react'
import { classes } from '../classes'

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
  return (
    <bdi
      className={classes('fitted-text', className)}
      style={{ '--ems': textWidth(text), '--word': word } as CSSProperties}
    >
      <span>
        {!mayBreak && parts.some(isLong)
          ? parts.map((part, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name
              <span key={at} className={isLong(part) ? 'break-all' : undefined}>
                {part}
              </span>
            ))
          : text}
      </span>
    </bdi>
  )
}

const wide = /[mwMW@%&سشصض\p{Extended_Pictographic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u
const narrow = /[\sijlftrI1.,:;'’!|()[\]\p{M}]/u
const capital = /\p{Lu}/u

/** How wide a short text is at most, in ems of the semi-bold fonts. */
export function textWidth(text: string): number {
  let ems = 0.15
  for (const letter of text)
    ems += wide.test(letter) ? 1.06 : narrow.test(letter) ? 0.4 : capital.test(letter) ? 0.74 : 0.61
  return Math.round(ems * 100) / 100
}
