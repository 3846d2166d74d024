'use client'

import { Award } from 'lucide-react'
import { classes } from '../kit/classes'

/** What a row shows of an achievement, in the words of the page. */
export type AchievementRow = {
  readonly key: string
  readonly name: string
  /** Whether it has been earned, as it is read out. */
  readonly state: string
  readonly text: string
  readonly isEarned: boolean
}

/** In the browser's part of the page, like `RankingRows`. */
export function AchievementRows({ rows }: { rows: readonly AchievementRow[] }) {
  return rows.map(({ key, name, state, text, isEarned }) => (
    <li key={key} className="flex items-start gap-3 leading-tight">
      <Award
        aria-hidden="true"
        className={classes('mt-0.5 size-6 shrink-0', isEarned ? 'text-accent' : 'text-muted opacity-40')}
      />
      <span className="min-w-0">
        <span className={classes('block font-medium', !isEarned && 'text-muted')}>
          {name}
          <span className="sr-only"> {state}</span>
        </span>
        <span className="block text-base text-muted">{text}</span>
      </span>
    </li>
  ))
}
