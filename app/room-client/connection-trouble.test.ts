import { expect, test } from 'vitest'
import { findTrouble, type Signs, type Trouble } from './connection-trouble'

const blocked: Signs = { isOnline: true, doesAnswer: true, isConnected: false, reason: null }

const cases: [what: string, signs: Partial<Signs>, trouble: Trouble][] = [
  ['pages come and no connection does', {}, 'blocked-network'],
  ['nothing answers', { doesAnswer: false }, 'unreachable'],
  ['nothing answers, and the browser is offline', { doesAnswer: false, isOnline: false }, 'offline'],
  ['the server on this device answers a browser that is offline', { isOnline: false }, 'blocked-network'],
  ['too many are connected from here', { reason: 'too-many-connections' }, 'too-many-connections'],
  ['too many have just asked from here', { reason: 'too-often', isConnected: true }, 'too-many-from-here'],
  ['too many have just connected from here', { reason: 'too-many-from-here' }, 'too-many-from-here'],
  ['the server does not know the address', { reason: 'foreign-origin' }, 'foreign-origin'],
  ['the server has said that it closes', { reason: 'server-closing', doesAnswer: false }, 'server-closing'],
  ['it was too many, then silence', { reason: 'too-often', doesAnswer: false }, 'unreachable'],
  ['there is a connection, and no answer on it', { isConnected: true }, 'no-answer'],
  [
    'there is a connection, and the server has gone silent',
    { isConnected: true, doesAnswer: false },
    'unreachable',
  ],
]

test.each(cases)('[P6] who waits is told why: %s', (_, signs, trouble) => {
  expect(findTrouble({ ...blocked, ...signs })).toBe(trouble)
})
