'use client'

import { Eraser, Smile, Undo2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../../kit/button'
import { FittedText, fittedRow } from '../../kit/fit/fitted-text'
import { IconButton } from '../../kit/icon-button'
import { EmoteBar, useHasListeners } from './emotes'
import { LeaveButton } from './leave-button'

type PadToolsProps = {
  /** Whether the pen has nothing more to do: then the emotes stand there at once. */
  isIdle: boolean
  isDrawable: boolean
  isBlank: boolean
  onAct: (kind: 'undo' | 'clear') => void
  /** What is only there in some games. */
  children: ReactNode
}

/** [R31] Below or beside the pad, never on it: what the pen needs; the emotes, which take its place until one is sent; the way out. */
export function PadTools({ isIdle, isDrawable, isBlank, onAct, children }: PadToolsProps) {
  const t = useTranslations('room.drawing')
  const emotes = useTranslations('room.emotes')
  const common = useTranslations('common')
  const hasListeners = useHasListeners()
  const [isTalking, setTalking] = useState(false)
  // Who goes on drawing has nothing more to say.
  useEffect(() => {
    if (!isTalking) return
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : isOnPad(event)) setTalking(false)
    }
    window.addEventListener('pointerdown', close)
    window.addEventListener('keydown', close)
    return () => {
      window.removeEventListener('pointerdown', close)
      window.removeEventListener('keydown', close)
    }
  }, [isTalking])
  const isUndoable = isDrawable && !isBlank
  if (hasListeners && (isIdle || isTalking)) {
    return (
      <>
        <EmoteBar className="tool-wide flex min-w-0 flex-1 flex-wrap" onSaid={() => setTalking(false)} />
        {isIdle ? (
          <LeaveButton />
        ) : (
          <IconButton label={common('close')} onClick={() => setTalking(false)}>
            <X />
          </IconButton>
        )}
      </>
    )
  }
  return (
    <>
      {children}
      <Tool label={t('undo')} text={t('undoShort')} disabled={!isUndoable} onClick={() => onAct('undo')}>
        <Undo2 aria-hidden="true" className="rtl:-scale-x-100" />
      </Tool>
      <Tool label={t('clear')} text={t('clearShort')} disabled={!isUndoable} onClick={() => onAct('clear')}>
        <Eraser aria-hidden="true" />
      </Tool>
      {hasListeners && (
        <IconButton label={emotes('label')} aria-expanded={false} onClick={() => setTalking(true)}>
          <Smile />
        </IconButton>
      )}
      <LeaveButton />
    </>
  )
}

type ToolProps = { label: string; text: string; disabled: boolean; onClick: () => void; children: ReactNode }

/** A sign, and its word where there is place for one. */
function Tool({ label, text, disabled, onClick, children }: ToolProps) {
  const t = useTranslations('room.drawing')
  return (
    <Button
      size="small"
      className="fitted-cell h-11 min-w-[44px] flex-1 px-2!"
      aria-label={label}
      style={fittedRow([t('undoShort'), t('clearShort')])}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
      <FittedText text={text} className="@max-[4.5em]:hidden!" />
    </Button>
  )
}

function isOnPad({ target }: Event): boolean {
  return target instanceof Element && target.closest('.round-pad') !== null
}
