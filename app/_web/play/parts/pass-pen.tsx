'use client'

import { PenLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { FittedText } from '../../kit/fit/fitted-text'
import { useRequest } from './use-request'

/** [R24] Lets somebody else of the team go on. */
export function PassPen({ isDisabled }: { isDisabled: boolean }) {
  const t = useTranslations('room.drawing')
  const request = useRequest()
  return (
    <Button
      size="small"
      className="tool-wide @container h-11 min-w-[44px] flex-1 px-2!"
      aria-label={t('passPen')}
      disabled={isDisabled}
      onClick={() => void request('pen:pass', {})}
    >
      <PenLine aria-hidden="true" />
      <FittedText text={t('passPen')} className="@max-[9em]:hidden!" />
    </Button>
  )
}
