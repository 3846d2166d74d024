'use client'

import { CalendarDays, Dices, PenLine, Zap } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { PlayerAnswer } from '#game/protocol/http-answers'
import type { Refusal } from '#game/protocol/refusal'
import { maxNameLength } from '#game/protocol/scalars'
import { Button } from '../kit/button'
import { IconButton } from '../kit/icon-button'
import { fetchPlayer, savePlayer } from '../kit/player/player-api'
import { isAboutName } from '../kit/refusals/is-about-name'
import { useRefusal } from '../kit/refusals/use-refusal'
import { TextField } from '../kit/text-field'

/** Whoever waits for the next page is told within this. */
const patienceMs = 5_000

type Problem = { readonly field: 'name' | 'code' | 'server'; readonly text: string }

/** As the room page takes it, blanks, dashes and lower case included; that page knows which letters mean the same. */
const looksLikeCode = (typed: string) => /^[0-9a-z]{5}$/i.test(typed.replaceAll(/[\s-]/g, ''))

export function EnterPanel() {
  const words = useTranslations('home')
  const refusalText = useRefusal()
  const router = useRouter()
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [known, setKnown] = useState<PlayerAnswer | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const patience = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    let isHere = true
    fetchPlayer().then((answer) => {
      if (!isHere) return
      if (!answer.ok) return setProblem({ field: 'server', text: refusalText(answer.refusal) })
      setKnown(answer.told)
      setName((typed) => typed || answer.told.name || answer.told.suggestion)
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
    setName(answer.told.suggestion)
    setProblem(null)
  }

  async function enter(path: string) {
    setLeaving(true)
    setProblem(null)
    const answer = await savePlayer({ name, colour: known?.colour })
    if (answer.ok) return leaveFor(path)
    refuse(answer.refusal)
    setLeaving(false)
  }

  /** A page that does not come within the time that anybody waits without a word may be asked for again. */
  function leaveFor(path: string) {
    router.push(path)
    patience.current = setTimeout(() => {
      refuse('no-answer')
      setLeaving(false)
    }, patienceMs)
  }
  useEffect(() => () => clearTimeout(patience.current), [])

  function create(event: FormEvent) {
    event.preventDefault()
    enter('/room/new')
  }

  function join(event: FormEvent) {
    event.preventDefault()
    if (looksLikeCode(code)) enter(`/room/${encodeURIComponent(code.trim())}`)
    else setProblem({ field: 'code', text: words('codeWrong') })
  }

  const errorOf = (field: Problem['field']) => (problem?.field === field ? problem.text : null)
  return (
    <div className="grid max-w-md gap-5">
      <form onSubmit={create} className="grid gap-4">
        <TextField
          label={words('name')}
          name="name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={errorOf('name')}
          required
          maxLength={maxNameLength}
          autoComplete="nickname"
          spellCheck={false}
          end={
            <IconButton label={words('otherName')} onClick={suggestName}>
              <Dices />
            </IconButton>
          }
        />
        <div className="grid gap-2 min-[22rem]:grid-cols-2">
          <Button type="submit" kind="primary" size="large" disabled={isLeaving}>
            {words('newRoom')}
          </Button>
          <Button kind="solid" size="large" disabled={isLeaving} onClick={() => enter('/room/quick')}>
            {words('quick')}
          </Button>
        </div>
      </form>
      <form onSubmit={join} className="grid gap-1.5">
        <TextField
          label={words('code')}
          name="code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          error={errorOf('code')}
          placeholder="7KX4M"
          maxLength={12}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="figures pe-28 uppercase tracking-[0.2em] placeholder:opacity-60"
          end={
            <Button type="submit" kind="solid" size="small" disabled={isLeaving} className="me-0.5">
              {words('join')}
            </Button>
          }
        />
      </form>
      <p role="status" className="text-bad empty:hidden">
        {errorOf('server')}
      </p>
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="mb-1.5 font-display font-semibold text-base">{words('alone')}</legend>
        <Button size="small" disabled={isLeaving} onClick={() => enter('/room/rush-30')}>
          <Zap aria-hidden="true" />
          {words('rush', { seconds: 30 })}
        </Button>
        <Button size="small" disabled={isLeaving} onClick={() => enter('/room/rush-60')}>
          <Zap aria-hidden="true" />
          {words('rush', { seconds: 60 })}
        </Button>
        <Button size="small" asChild className="col-span-2">
          <Link href="/daily">
            <CalendarDays aria-hidden="true" />
            {words('daily')}
          </Link>
        </Button>
        <Button size="small" asChild className="col-span-2">
          <Link href="/practice">
            <PenLine aria-hidden="true" />
            {words('practice')}
          </Link>
        </Button>
      </fieldset>
    </div>
  )
}
