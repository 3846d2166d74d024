'use client'

import { classes } from '../kit/classes'
import { LinkArea } from '../kit/link-area'
import { PlainIcon } from '../kit/plain-icon'

/** What a row shows of a game, in the words of the page. */
export type GameRow = {
  readonly key: string
  readonly href: string
  /** What the link is called, where its text does not say it. */
  readonly label?: string
  readonly name: string
  readonly line: string
  readonly note?: string | undefined
  readonly figure: string
  /** What the game did to the rating. */
  readonly change?: { readonly text: string; readonly isLoss: boolean } | undefined
}

/** Games of a player, each with a way to it. In the browser's part of the page, like `RankingRows`. */
export function GameRows({ rows }: { rows: readonly GameRow[] }) {
  return (
    <LinkArea>
      <ul className="mt-2 -mx-2">
        {rows.map(({ key, href, label, name, line, note, figure, change }) => (
          <li key={key} className="border-line border-b last:border-0">
            <a
              href={href}
              aria-label={label}
              className="grid min-h-14 grid-cols-[1fr_auto_auto] items-center gap-x-3 rounded-xl px-2 py-1.5 hover:bg-wash"
            >
              <span className="min-w-0 leading-tight">
                <span className="block font-display font-semibold">{name}</span>
                <span className="block text-base text-muted">{line}</span>
                {note && <span className="block text-base text-warn">{note}</span>}
              </span>
              <span className="figures text-end leading-tight">
                <span className="block font-bold text-xl">{figure}</span>
                {change && (
                  <span
                    className={classes(
                      'block font-semibold text-base',
                      change.isLoss ? 'text-bad' : 'text-good',
                    )}
                  >
                    {change.text}
                  </span>
                )}
              </span>
              <PlainIcon name="chevron-right" className="text-muted" />
            </a>
          </li>
        ))}
      </ul>
    </LinkArea>
  )
}
