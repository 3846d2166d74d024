'use client'

import { CalendarDays, Dices, PenLine, Zap } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { maxNameLength } from '#game/protocol/constants'
import type { PlayerAnswer } from '#game/protocol/http-answers'
import type { Refusal } from '#game/protocol/refusal'
import { Button } from '../kit/button'
import { JoinField } from '../kit/code-field'
import { IconButton } from '../kit/icon-button'
import { Link } from '../kit/link'
import { fetchPlayer, savePlayer } from '../kit/player/player-api'
import { isAboutName, useRefusal } from '../kit/refusals/use-refusal'
import { TextField } from '../kit/text-field'
import { pageTimeoutMs, useTypedCode } from '../kit/use-typed-code'

type Problem = { readonly field: 'name' | 'server'; readonly text: string }

export function EnterPanel() {
  const t = useTranslations('home')
  const common = useTranslations('common')
  const refusalText = useRefusal()
  const router = useRouter()
  const [name, setName] = useState('')
  const [known, setKnown] = useState<PlayerAnswer | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const typedCode = useTypedCode((code) => enter(`/room/${code}`))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    let isHere = true
    fetchPlayer().then((answer) => {
      if (!isHere) return
      if (!answer.ok) return setProblem({ field: 'server', text: refusalText(answer.refusal) })
      setKnown(answer.data)
      setName((typed) => typed || answer.data.name || answer.data.suggestion)
    })
    return () => {
      isHere = false
    }
  }, [refusalText])

  function refuse(refusal: Refusal) {
    setProblem({ field: isAboutName(refusal) ? 'name' : 'server', text: refusalText(refusal) })
  }

  async function suggestName() {
    const answer = await fetchPlayer()
    if (!answer.ok) return refuse(answer.refusal)
    setName(answer.data.suggestion)
    setProblem(null)
  }

  /** @returns whether it is on its way */
  async function enter(path: string): Promise<boolean> {
    setLeaving(true)
    setProblem(null)
    const answer = await savePlayer({ name, colour: known?.colour })
    if (answer.ok) leaveFor(path)
    else {
      refuse(answer.refusal)
      setLeaving(false)
    }
    return answer.ok
  }

  /** A page that does not come in time may be asked for again. */
  function leaveFor(path: string) {
    router.push(path)
    timer.current = setTimeout(() => {
      refuse('no-answer')
      setLeaving(false)
    }, pageTimeoutMs)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  function play(event: FormEvent) {
    event.preventDefault()
    enter('/room/quick')
  }

  const errorOf = (field: Problem['field']) => (problem?.field === field ? problem.text : null)
  return (
    <div className="@container grid max-w-md grid-cols-1 gap-5">
      <form onSubmit={play} className="grid grid-cols-1 gap-4">
        <TextField
          label={t('name')}
          name="name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={errorOf('name')}
          hint={known?.refusedName && common('renamed', { before: known.refusedName, name: known.name })}
          required
          maxLength={maxNameLength}
          full={refusalText('long-name')}
          autoComplete="nickname"
          spellCheck={false}
          end={
            <IconButton label={t('otherName')} onClick={suggestName}>
              <Dices />
            </IconButton>
          }
        />
        <div className="grid gap-2 @md:grid-cols-2">
          <Button type="submit" kind="primary" size="large" disabled={isLeaving}>
            {t('quick')}
          </Button>
          <Button kind="solid" size="large" disabled={isLeaving} onClick={() => enter('/room/new')}>
            {t('newRoom')}
          </Button>
        </div>
      </form>
      <form onSubmit={typedCode.submit} className="grid grid-cols-1 gap-1.5">
        <JoinField {...typedCode.field} isLeaving={isLeaving || typedCode.isBusy} />
      </form>
      <p role="status" className="text-bad empty:hidden">
        {errorOf('server')}
      </p>
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="mb-1.5 font-display font-semibold text-base">{t('alone')}</legend>
        <Button size="small" disabled={isLeaving} onClick={() => enter('/room/rush-30')}>
          <Zap aria-hidden="true" />
          {t('rush', { seconds: 30 })}
        </Button>
        <Button size="small" disabled={isLeaving} onClick={() => enter('/room/rush-60')}>
          <Zap aria-hidden="true" />
          {t('rush', { seconds: 60 })}
        </Button>
        <Button size="small" asChild className="col-span-2">
          <Link href="/daily">
            <CalendarDays aria-hidden="true" />
            {t('daily')}
          </Link>
        </Button>
        <Button size="small" asChild className="col-span-2">
          <Link href="/practice">
            <PenLine aria-hidden="true" />
            {t('practice')}
          </Link>
        </Button>
      </fieldset>
    </div>
  )
}
