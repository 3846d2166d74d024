import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addressKey, clientAddress } from './client-address'
import { parseTrustProxy, trustNobody } from './trust-proxy'

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:51234', '192.0.2.7'],
  ['[2001:db8:1:2:3:4:5:6]:443', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80::/64'],
])('limits: %s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key)
})

test('limits: neighbours in another /64 count for themselves', () => {
  expect(addressKey('2001:db8:1:3::1')).not.toBe(addressKey('2001:db8:1:2::1'))
})

test.each(['unknown', '_hidden', '', '192.0.2', '1', '192.0.2.7, 10.0.0.1', 'evil.example'])(
  'limits: %j is no address',
  (address) => {
    expect(addressKey(address)).toBeNull()
  },
)

test.each([
  ['', '127.0.0.1', '198.51.100.9', '127.0.0.1'],
  ['loopback', '127.0.0.1', '198.51.100.9', '198.51.100.9'],
  ['loopback', '::ffff:127.0.0.1', '198.51.100.9', '198.51.100.9'],
  ['loopback', '10.0.0.1', '198.51.100.9', '10.0.0.1'],
  ['loopback', '127.0.0.1', '6.6.6.6, 198.51.100.9', '198.51.100.9'],
  ['loopback, 10.0.0.0/8', '127.0.0.1', '6.6.6.6, 198.51.100.9, 10.1.2.3', '198.51.100.9'],
  ['uniquelocal', '10.0.0.1', '2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['1', '203.0.113.1', '6.6.6.6, 198.51.100.9', '198.51.100.9'],
  ['2', '203.0.113.1', '6.6.6.6, 198.51.100.9', '6.6.6.6'],
  ['0', '127.0.0.1', '198.51.100.9', '127.0.0.1'],
  ['loopback', '127.0.0.1', 'unknown', '127.0.0.1'],
  ['loopback', '127.0.0.1', undefined, '127.0.0.1'],
])('TRUST_PROXY=%s: from %s with X-Forwarded-For %s counts for %s', (trusted, peer, forwarded, key) => {
  const trustProxy = trusted ? parseTrustProxy(trusted) : trustNobody
  expect(clientAddress(request(peer, forwarded), trustProxy)).toBe(key)
})
