'use client'

import { Bot, Users } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { DrawingResult } from '#game/protocol/canvas-view'
import { notADigit } from '#game/protocol/constants'
import { classes } from '../../kit/classes'

type FoolingLineProps = { fooling: NonNullable<DrawingResult['fooling']>; isBrief: boolean }

/** [S17] What people and the judge read in a drawing, as signs and figures; in words for who cannot see them. */
export function FoolingLine({ fooling, isBrief }: FoolingLineProps) {
  const t = useTranslations('room.reveal')
  const common = useTranslations('common')
  const format = useFormatter()
  const { readers, right, answer, isFooled } = fooling
  const said = answer === null ? '–' : answer === notADigit ? common('notADigit') : format.number(answer)
  return (
    <span
      className={classes(
        'figures flex h-6.5 shrink-0 items-center',
        isBrief ? 'gap-1 text-sm' : 'gap-2 text-base',
      )}
    >
      <span data-good={isFooled} className="flex items-center gap-0.5 data-[good=true]:text-good">
        <Users aria-hidden="true" className="size-[1em] shrink-0" />
        <span aria-hidden="true" dir="ltr">
          {readers > 0 ? `${right}/${readers}` : '–'}
        </span>
        <span className="sr-only">{t('people', { right, readers })}</span>
      </span>
      <span data-good={isFooled} className="flex items-center gap-0.5 data-[good=true]:text-good">
        <Bot aria-hidden="true" className="size-[1em] shrink-0" />
        <span aria-hidden="true">{answer === notADigit ? '?' : said}</span>
        <span className="sr-only">{t('aiSaw', { answer: said })}</span>
      </span>
    </span>
  )
}
