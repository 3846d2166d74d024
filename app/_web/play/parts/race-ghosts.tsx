'use client'

import { Ghost } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { GameRewards } from '#game/protocol/http-answers'
import { Button } from '../../kit/button'
import { FittedText, fittedRow } from '../../kit/fit/fitted-text'
import { Link } from '../../kit/link'
import { SignLink } from './sign-link'

type RaceGhostsProps = {
  ghosts: GameRewards['ghosts']
  /** There is place for signs alone. */
  isBrief: boolean
}

/** [R26] The stored games that may be raced next, each one tap away. */
export function RaceGhosts({ ghosts, isBrief }: RaceGhostsProps) {
  const t = useTranslations('room.ghosts')
  if (ghosts.length === 0) return null
  const ways = ghosts.map((kind) => ({
    href: `/room/ghost-${kind}`,
    text: t(kind === 'daily' ? 'raceDaily' : 'raceBest'),
  }))
  // A full page load, because it leaves the room.
  return isBrief ? (
    ways.map(({ href, text }) => <SignLink key={href} href={href} sign={<Ghost />} text={text} isBrief />)
  ) : (
    <div className="flex min-w-0 gap-2" style={fittedRow(ways.map(({ text }) => text))}>
      {ways.map(({ href, text }) => (
        <Button key={href} asChild size="small" className="fitted-cell min-w-0 flex-1 px-2!">
          <Link href={href}>
            <Ghost aria-hidden="true" />
            <FittedText text={text} />
          </Link>
        </Button>
      ))}
    </div>
  )
}
