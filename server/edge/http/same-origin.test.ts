import { describe, expect, test } from 'vitest'
import { isAllowedHost, isLocalName, isSameOrigin, parseHost } from './same-origin'

const asked = (host: string | undefined, origin?: string) => ({
  headers: { ...(host !== undefined && { host }), ...(origin !== undefined && { origin }) },
})

describe('local names: no public DNS name can be rebound to them', () => {
  test.each([
    ...['192.168.1.5', '203.0.113.9', '[::1]', '[2001:db8::5]', 'localhost', 'localhost.', 'dash.localhost'],
    ...[
      'dash.local',
      'dash.local.',
      'dash.test',
      'pc7.lan',
      'pc7.fritz.box',
      'nas.home.arpa',
      'vm.internal',
      'game',
    ],
  ])('%s is one', (name) => {
    expect(isLocalName(name, 'pc7')).toBe(true)
  })

  test('local names: the machine’s own full name is one, in any letter case', () => {
    expect(isLocalName('pc7.school.example.org', 'PC7.School.example.org')).toBe(true)
  })

  test.each([
    ...[
      'evil.example',
      'local.evil.example',
      'localhost.evil.example',
      'notlocal.example',
      '192.168.1.5.evil.example',
    ],
    ...['pc7.evil.example', 'evil.xlocal', 'evil.box', 'xfritz.box', '127.0.0.1.nip.io'],
  ])('%s is none', (name) => {
    expect(isLocalName(name, 'pc7')).toBe(false)
  })
})

test.each([
  ['[::1]:3000', '[::1]'],
  ['DASH.local:3000', 'dash.local'],
  ['0x7f.1', '127.0.0.1'],
  ['dash.local:', 'dash.local'],
])('a Host is read as browsers write it: %s', (host, name) => {
  expect(parseHost(host)?.hostname).toBe(name)
})

test.each([
  '',
  ' ',
  'a b',
  'user@dash.local',
  'dash.local/x',
  'dash.local:99999',
  '[::1',
  '::1',
  'a,b?',
  'a:80:80',
])('a Host that is none: %j', (host) => {
  expect(parseHost(host)).toBeNull()
  expect(isAllowedHost(asked(host))).toBe(false)
})

describe('same origin, without a public address', () => {
  test.each([
    ['192.168.1.5:3000', 'http://192.168.1.5:3000'],
    ['192.168.1.5', 'http://192.168.1.5'],
    ['192.168.1.5:80', 'http://192.168.1.5'],
    ['dash.local:443', 'https://dash.local'],
    ['[::1]:3000', 'http://[::1]:3000'],
    ['DASH.local:3000', 'http://dash.local:3000'],
    ['192.168.1.5:3000', undefined],
  ])('Host %s, Origin %s is', (host, origin) => {
    expect(isSameOrigin(asked(host, origin))).toBe(true)
  })

  test.each([
    ['192.168.1.5:3000', 'http://192.168.1.5:4000'],
    ['192.168.1.5:3000', 'http://evil.example'],
    ['192.168.1.5:3000', 'null'],
    ['192.168.1.5:3000', 'file://'],
    ['192.168.1.5:3000', 'chrome-extension://192.168.1.5:3000'],
    ['evil.example:3000', 'http://evil.example:3000'],
    ['evil.example:3000', undefined],
    ['192.168.1.5', 'http://192.168.1.5:8080'],
    [undefined, undefined],
  ])('Host %s, Origin %s is not', (host, origin) => {
    expect(isSameOrigin(asked(host, origin))).toBe(false)
  })
})

test.each([
  ['none', true],
  ['same-origin', true],
  ['same-site', false],
  ['cross-site', false],
])('a browser that leaves the origin out says where the page was: %s', (site, isOwn) => {
  const headers = { ...asked('127.0.0.1:3000').headers, 'sec-fetch-site': site }
  expect(isSameOrigin({ headers })).toBe(isOwn)
})

describe('same origin, with a public address', () => {
  const publicUrl = 'https://dash.example.org'

  test.each(['dash.example.org', 'dash.example.org:3000', 'backend', '127.0.0.1:3000', undefined])(
    'the public page is, whatever Host a proxy passes: %s',
    (host) => {
      expect(isSameOrigin(asked(host, publicUrl), publicUrl)).toBe(true)
      expect(isSameOrigin(asked(host, 'https://evil.example'), publicUrl)).toBe(false)
      expect(isSameOrigin(asked(host, 'https://dash.example.org.evil.example'), publicUrl)).toBe(false)
    },
  )

  test('an address of the local network is, and a rebound name is not', () => {
    expect(isSameOrigin(asked('192.168.1.5:3000', 'http://192.168.1.5:3000'), publicUrl)).toBe(true)
    expect(isSameOrigin(asked('evil.example', 'http://evil.example'), publicUrl)).toBe(false)
  })

  test('a page by http is not the same origin as https; one by https may be upgraded from http', () => {
    expect(isSameOrigin(asked('x', 'http://dash.example.org'), publicUrl)).toBe(false)
    expect(isSameOrigin(asked('x', 'https://dash.example.org'), 'http://dash.example.org')).toBe(true)
  })
})
