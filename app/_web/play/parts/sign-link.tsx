import type { ReactNode } from 'react'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { SignContent } from '../../kit/sign-content'

type SignLinkProps = {
  href: string
  sign: ReactNode
  text: string
  /** There is place for the sign alone. */
  isBrief?: boolean
}

/** A way on that takes little place: its sign, and in small letters where it leads. */
export function SignLink({ href, sign, text, isBrief = false }: SignLinkProps) {
  return (
    <Button asChild kind="sign" size="sign">
      <Link href={href} {...(isBrief && { 'aria-label': text, 'data-tip': text })}>
        <SignContent {...{ sign, text, isBrief }} />
      </Link>
    </Button>
  )
}
