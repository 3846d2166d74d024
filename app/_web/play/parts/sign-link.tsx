import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '../../kit/button'
import { FittedText } from '../../kit/fit/fitted-text'

type SignLinkProps = { href: string; sign: ReactNode; text: string; prefetch?: boolean }

/** A way on that takes little place: its sign, and in small letters where it leads. */
export function SignLink({ href, sign, text, prefetch }: SignLinkProps) {
  return (
    <Button asChild kind="sign" size="sign">
      <Link href={href} {...(prefetch !== undefined && { prefetch })}>
        <span aria-hidden="true">{sign}</span>
        <FittedText text={text} />
      </Link>
    </Button>
  )
}
