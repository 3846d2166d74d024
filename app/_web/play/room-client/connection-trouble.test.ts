import { expect, test } from 'vitest'
import { findTrouble, type Observations, type Trouble } from './connection-trouble'

const blocked: Observations = { isOnline: true, doesAnswer: true, isConnected: false, reason: null }

const cases: [what: string, seen: Partial<Observations>, trouble: Trouble][] = [
  ['pages come and no connection does', {}, 'blocked-network'],
  ['nothing answers', { doesAnswer: false }, 'unreachable'],
  ['nothing answers, and the browser is offline', { doesAnswer: false, isOnline: false }, 'offline'],
  ['the server on this device answers a browser that is offline', { isOnline: false }, 'blocked-network'],
  ['too many are connected from here', { reason: 'too-many-connections' }, 'too-many-connections'],
  ['one player has asked too fast', { reason: 'too-often', isConnected: true }, 'too-often'],
  ['too many have just connected from here', { reason: 'too-many-from-here' }, 'too-many-from-here'],
  ['the server does not know the address', { reason: 'foreign-origin' }, 'foreign-origin'],
  ['the server has said that it closes', { reason: 'server-closing', doesAnswer: false }, 'server-closing'],
  ['the server has failed', { reason: 'server-failed', isConnected: true }, 'server-failed'],
  ['the server is without its data', { reason: 'database-away', isConnected: true }, 'database-away'],
  ['a filter has answered in its place', { reason: 'blocked-network', isConnected: true }, 'blocked-network'],
  [
    'a network puts its sign-in in place of every answer',
    { reason: 'blocked-network', isConnected: true, doesAnswer: false },
    'blocked-network',
  ],
  ['it was too many, then silence', { reason: 'too-many-from-here', doesAnswer: false }, 'unreachable'],
  ['there is a connection, and no answer on it', { isConnected: true }, 'no-answer'],
  [
    'there is a connection, and the server has gone silent',
    { isConnected: true, doesAnswer: false },
    'unreachable',
  ],
]

test.each(cases)('[P6] connection trouble: %s', (_, seen, trouble) => {
  expect(findTrouble({ ...blocked, ...seen })).toBe(trouble)
})
