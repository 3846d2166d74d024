import { Ghost } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { ghostMark } from '#game/protocol/constants'

/**
 * A text with each mark of a ghost drawn as a picture of the size of its letters, since not every device has a letter for it. The mark
 * stays in the text, for who reads it out or copies it, and on the line of what follows.
 */
export function withDrawnMarks(text: string): ReactNode {
  const [first, ...others] = text.split(ghostMark)
  if (others.length === 0) return text
  return (
    <>
      {first}
      {others.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name
        <Fragment key={at}>
          {/* Not a block: a line may end beside one, whatever stands there. */}
          <span className="relative">
            <span className="opacity-0">{ghostMark}</span>
            <Ghost aria-hidden="true" className="absolute inset-y-0 start-0 h-full w-[1.06em]" />
          </span>
          {part.replace(/^ /, '\u00a0')}
        </Fragment>
      ))}
    </>
  )
}
