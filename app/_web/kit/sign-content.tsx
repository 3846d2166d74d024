import type { ReactNode } from 'react'

type SignContentProps = {
  sign: ReactNode
  text: string
  /** There is place for the sign alone. */
  isBrief: boolean
}

/** What a button of the kind `sign` shows: the words below all signs of a row are of one size and have two lines, so that the signs are at one height. */
export function SignContent({ sign, text, isBrief }: SignContentProps) {
  return (
    <>
      <span aria-hidden="true" className="grid min-w-11 justify-items-center">
        {sign}
      </span>
      {!isBrief && <span className="min-h-[2em] text-center text-[0.68em] leading-none">{text}</span>}
    </>
  )
}
