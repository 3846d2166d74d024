import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { exampleRoomCode, maxTypedRoomCodeLength } from '#game/protocol/constants'
import { Button } from './button'
import { classes } from './classes'
import { TextField } from './text-field'

type CodeFieldProps = Pick<ComponentProps<typeof TextField>, 'error' | 'end' | 'className'> & {
  value: string
  onType: (typed: string) => void
}

/** Where the code of a room is typed. */
export function CodeField({ onType, className, ...rest }: CodeFieldProps) {
  const t = useTranslations('common.roomCode')
  return (
    <TextField
      label={t('label')}
      name="code"
      onChange={(event) => onType(event.target.value)}
      placeholder={exampleRoomCode}
      maxLength={maxTypedRoomCodeLength}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      className={classes('figures uppercase tracking-[0.2em]', className)}
      {...rest}
    />
  )
}

type JoinFieldProps = Pick<CodeFieldProps, 'value' | 'onType' | 'error'> & { isLeaving?: boolean }

/** The same with the button that joins the room, in a form. */
export function JoinField({ isLeaving = false, ...rest }: JoinFieldProps) {
  const t = useTranslations('common.roomCode')
  const join = (
    <Button type="submit" kind="solid" size="small" disabled={isLeaving} className="me-0.5">
      {t('join')}
    </Button>
  )
  return <CodeField {...rest} className="pe-28" end={join} />
}
