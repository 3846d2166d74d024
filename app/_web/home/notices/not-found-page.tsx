'use client'

import { HandwrittenNumber } from '../../ink/logo/handwritten-digit'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { NoticePage } from './notice-page'

type NotFoundPageProps = {
  /** Written in place of a picture. */
  digits: readonly number[]
  title: string
  text: string
  /** What the way to the start is called. */
  home: string
}

/** The address leads nowhere. */
export default function NotFoundPage({ digits, title, text, home }: NotFoundPageProps) {
  return (
    <NoticePage
      picture={<HandwrittenNumber digits={digits} />}
      title={title}
      action={
        <Button kind="primary" asChild>
          <Link href="/">{home}</Link>
        </Button>
      }
    >
      {text}
    </NoticePage>
  )
}
