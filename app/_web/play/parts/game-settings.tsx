'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { sumLevelOf } from '#game/prompts/sums'
import { digits, modifiers, sumLevels } from '#game/protocol/constants'
import type { ModeName, RoomSettings, Sum, SumLevel, Timer } from '#game/protocol/scalars'
import { whatCounts } from '#game/records/what-counts'
import { Choice, Choices } from '../../kit/choice'
import { classes } from '../../kit/classes'
import { useSum } from '../../kit/i18n/use-numbers'
import { Switch } from '../../kit/switch'
import { RangeSlider } from './range-slider'
import { useRequest } from './use-request'

const modes: readonly ModeName[] = ['race', 'rush', 'relay', 'fool']
const timers: readonly Timer[] = ['usual', 'extended', 'none']
/** The bounds of a round: short for the one digit of a race, longer for the sequences of the other modes. */
const secondsOf = {
  race: { min: 5, max: 20, step: 1, usual: 10 },
  rush: { min: 30, max: 60, step: 30, usual: 30 },
  relay: { min: 30, max: 60, step: 15, usual: 60 },
  fool: { min: 10, max: 30, step: 5, usual: 20 },
}

/** What each level looks like. */
const exampleSums: Record<SumLevel, Sum> = {
  easy: { left: 7, sign: 'plus', right: 2 },
  medium: { left: 12, sign: 'minus', right: 8 },
  hard: { left: 3, sign: 'times', right: 2 },
}

/** What the host chooses; everybody else sees it change. */
type GameSettingsProps = {
  settings: RoomSettings
  isHost: boolean
  /** In two columns. */
  isWide?: boolean
}

export function GameSettings({ settings: known, isHost, isWide = false }: GameSettingsProps) {
  const t = useTranslations('room.lobby')
  const names = useTranslations('room.modes')
  const [settings, change] = useOptimisticSettings(known)
  const { mode, rounds, roundSeconds } = settings
  const disabled = !isHost
  const hasSums = sumLevelOf(settings) !== null
  const room = useTranslations('room')
  const levels = useTranslations('common.sums.levels')
  const { written } = useSum()
  const sumsHint = hasSums ? t('sumsHint') : undefined
  const modifierHint = settings.modifier === 'none' ? undefined : room(`modifierHints.${settings.modifier}`)

  return (
    <div
      className={classes('grid items-start gap-x-8', isWide ? 'grid-cols-2 gap-y-3' : 'grid-cols-1 gap-y-4')}
    >
      <Row name={t('mode')} hint={t(`modeHints.${mode}`)} isWhole={isWide}>
        <Choice
          label={t('mode')}
          disabled={disabled}
          value={mode}
          onChange={(chosen) => change({ mode: chosen, roundSeconds: secondsOf[chosen].usual })}
          options={modes.map((value) => ({ value, text: names(value) }))}
        />
      </Row>
      {(mode === 'race' || mode === 'fool') && (
        <RangeSlider
          label={t('rounds')}
          disabled={disabled}
          value={rounds}
          {...{ min: 1, max: 10, step: 1 }}
          onChange={(chosen) => change({ rounds: chosen })}
        />
      )}
      {settings.timer !== 'none' && (
        <RangeSlider
          label={t('seconds')}
          disabled={disabled}
          value={roundSeconds}
          {...secondsOf[mode]}
          onChange={(chosen) => change({ roundSeconds: chosen })}
        />
      )}
      <Row name={t('digits')} isWhole={isWide}>
        <Choices
          label={t('digits')}
          dir="ltr"
          disabled={disabled}
          values={settings.digits.map(String)}
          onChange={(chosen) => change({ digits: chosen.map(Number).sort() })}
          options={digits.map((digit) => ({ value: String(digit), text: digit }))}
          className={isWide ? 'figures' : 'figures grid! w-full grid-cols-5 [&>*]:min-w-0 [&>*]:px-0'}
        />
      </Row>
      {(mode === 'race' || mode === 'rush') && (
        <Row name={t('sums')} hint={isWide ? undefined : sumsHint}>
          <Choice
            label={t('sums')}
            disabled={disabled}
            value={settings.sums}
            onChange={(sums) => change({ sums })}
            options={[
              { value: 'none', text: t('sumsOff') },
              ...sumLevels.map((level) => ({
                value: level,
                text: written(exampleSums[level]),
                label: levels(level),
              })),
            ]}
          />
        </Row>
      )}
      <Switch
        label={t('locked')}
        hint={t('lockedHint')}
        disabled={disabled}
        checked={settings.isLocked}
        onCheckedChange={(isLocked) => change({ isLocked })}
      />
      <Row name={t('modifier')} hint={isWide ? undefined : modifierHint} isWhole={isWide}>
        <Choice
          label={t('modifier')}
          disabled={disabled}
          value={settings.modifier}
          onChange={(modifier) => change({ modifier })}
          options={modifiers.map((value) => ({ value, text: room(`modifiers.${value}`) }))}
        />
      </Row>
      <Row name={t('timer')} hint={settings.timer === 'none' ? t('untimedHint') : undefined}>
        <Choice
          label={t('timer')}
          disabled={disabled}
          value={settings.timer}
          onChange={(chosen) => change({ timer: chosen })}
          options={timers.map((value) => ({ value, text: t(`timers.${value}`) }))}
        />
      </Row>
      <p role="status" className="rounded-xl bg-wash px-3 py-2 text-base leading-snug">
        {isWide && [sumsHint, modifierHint, ''].filter((hint) => hint !== undefined).join(' ')}
        {t(`counts.${whatCounts({ settings, day: null }).reason ?? (hasSums ? 'sums' : 'yes')}`, {
          mode: hasSums ? 'sums' : mode,
        })}
      </p>
    </div>
  )
}

/**
 * An optimistic update: what the host changes is shown at once, and the next change builds on it. The room's own settings take
 * over when its answer is there, and at once when it refuses.
 */
function useOptimisticSettings(
  known: RoomSettings,
): [RoomSettings, (changed: Partial<RoomSettings>) => void] {
  const request = useRequest()
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
    const { ok } = await request('settings:change', { settings: next })
    asked.current--
    if (ok) return
    latest.current.wanted = latest.current.known
    setWanted(null)
  }
  return [wanted ?? known, (changed) => void change(changed)]
}

type RowProps = {
  name: string
  hint?: string | undefined
  /** In both columns: all on one line. */
  isWhole?: boolean
  children: ReactNode
}

function Row({ name, hint, isWhole = false, children }: RowProps) {
  return (
    <div
      className={
        isWhole ? 'col-span-2 flex items-center gap-4' : 'grid grid-cols-1 justify-items-start gap-1.5'
      }
    >
      <span className={classes('font-medium', isWhole && 'w-24 shrink-0')}>{name}</span>
      {children}
      {hint && <span className="min-w-0 text-base text-muted leading-tight">{hint}</span>}
    </div>
  )
}
