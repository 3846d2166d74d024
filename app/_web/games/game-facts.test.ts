import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { defaultRoomSettings, type RoomSettings } from '#game/protocol/scalars'
import messages from '../kit/i18n/messages/en/replay.json'
import { gameFacts } from './game-facts'

const t = createTranslator({ locale: 'en-u-nu-latn', messages: { replay: messages }, namespace: 'replay' })

const line = (settings: Partial<RoomSettings>, rounds: number) =>
  t('facts', {
    ...gameFacts({
      settings: { ...defaultRoomSettings, ...settings },
      rounds: Array.from({ length: rounds }) as never,
    }),
    date: 'today',
  })

test('facts: a rush says how long it was, with its timer [R15], and where there is one round nobody counts', () => {
  expect(line({ mode: 'rush', roundSeconds: 30 }, 1)).toBe('Rush 30 s · today')
  expect(line({ mode: 'rush', roundSeconds: 30, timer: 'extended' }, 1)).toBe('Rush 60 s · today')
  expect(line({ mode: 'rush', roundSeconds: 30, timer: 'none' }, 1)).toBe('Rush · today')
  expect(line({ mode: 'relay', roundSeconds: 60 }, 1)).toBe('Relay · today')
  expect(line({ mode: 'race' }, 5)).toBe('Race · 5 rounds · today')
})
