'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ModeName, RoomSettings, Timer } from '#game/protocol/scalars'
import { isRanked } from '#game/scoring/ranked'
import { Choice, Choices } from '../../kit/choice'
import { Switch } from '../../kit/switch'
import { Range } from './range'
import { useAsk } from './use-ask'

const modes: readonly ModeName[] = ['race', 'rush', 'relay']
const timers: readonly Timer[] = ['usual', 'extended', 'none']
const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
/** A race is a sprint; the sequences of the other modes need time to become one. */
const secondsOf = {
  race: { min: 5, max: 20, step: 1, usual: 10 },
  rush: { min: 30, max: 60, step: 30, usual: 30 },
  relay: { min: 30, max: 60, step: 15, usual: 60 },
}

/** What the host chooses; everybody else sees it change. */
export function GameSettings({ settings: known, isHost }: { settings: RoomSettings; isHost: boolean }) {
  const words = useTranslations('room.lobby')
  const names = useTranslations('room.modes')
  const [settings, change] = useWanted(known)
  const { mode, rounds, roundSeconds } = settings
  const disabled = !isHost

  return (
    <div className="grid gap-5">
      <Row name={words('mode')} hint={words(`modeHints.${mode}`)}>
        <Choice
          label={words('mode')}
          disabled={disabled}
          value={mode}
          onChange={(chosen) => change({ mode: chosen, roundSeconds: secondsOf[chosen].usual })}
          options={modes.map((value) => ({ value, text: names(value) }))}
        />
      </Row>
      {mode === 'race' && (
        <Range
          label={words('rounds')}
          disabled={disabled}
          value={rounds}
          {...{ min: 1, max: 10, step: 1 }}
          onChange={(chosen) => change({ rounds: chosen })}
        />
      )}
      {settings.timer !== 'none' && (
        <Range
          label={words('seconds')}
          disabled={disabled}
          value={roundSeconds}
          {...secondsOf[mode]}
          onChange={(chosen) => change({ roundSeconds: chosen })}
        />
      )}
      <Row name={words('digits')}>
        <Choices
          label={words('digits')}
          dir="ltr"
          disabled={disabled}
          values={settings.digits.map((digit) => digits[digit] ?? '0')}
          onChange={(chosen) => change({ digits: chosen.map(Number).sort() })}
          options={digits.map((value) => ({ value, text: value }))}
          className="figures grid! w-full grid-cols-5"
        />
      </Row>
      <Row name={words('timer')} hint={settings.timer === 'none' ? words('untimedHint') : undefined}>
        <Choice
          label={words('timer')}
          disabled={disabled}
          value={settings.timer}
          onChange={(chosen) => change({ timer: chosen })}
          options={timers.map((value) => ({ value, text: words(`timers.${value}`) }))}
        />
      </Row>
      <Switch
        label={words('locked')}
        hint={words('lockedHint')}
        disabled={disabled}
        checked={settings.isLocked}
        onCheckedChange={(isLocked) => change({ isLocked })}
      />
      <p role="status" className="rounded-xl bg-wash px-3 py-2 text-base empty:hidden">
        {!isRanked(settings) && words('unranked')}
      </p>
    </div>
  )
}

/**
 * What the host wants is on show at once, and the next wish builds on it; it gives way to what the room knows once that has come
 * round, or the room has said no.
 */
function useWanted(known: RoomSettings): [RoomSettings, (changed: Partial<RoomSettings>) => void] {
  const ask = useAsk()
  const [wanted, setWanted] = useState<RoomSettings | null>(null)
  const latest = useRef({ known, wanted: known })
  const asked = useRef(0)
  useEffect(() => {
    latest.current.known = known
    if (asked.current > 0) return
    latest.current.wanted = known
    setWanted(null)
  }, [known])

  async function change(changed: Partial<RoomSettings>): Promise<void> {
    const next = { ...latest.current.wanted, ...changed }
    latest.current.wanted = next
    setWanted(next)
    asked.current++
    const { ok } = await ask('settings:change', { settings: next })
    asked.current--
    if (ok) return
    latest.current.wanted = latest.current.known
    setWanted(null)
  }
  return [wanted ?? known, (changed) => void change(changed)]
}

function Row({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-1.5">
      <span className="font-medium">{name}</span>
      {children}
      {hint && <span className="text-base text-muted">{hint}</span>}
    </div>
  )
}
