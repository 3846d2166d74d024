import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { exampleRoomCode, maxTypedRoomCodeLength } from '#game/protocol/constants'
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
