import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { httpsAddressFor } from './https-only'
import { parseTrustProxy, trustNobody } from './trust-proxy'

const publicUrl = 'https://dash.example.org'
const lan = '192.168.1.5:3000'

function ask(headers: Record<string, string>, { method = 'GET', httpVersion = '1.1', trusted = '' } = {}) {
  const socket = { remoteAddress: '127.0.0.1' }
  const request = {
    method,
    httpVersion,
    url: '/room/ABCDE?watch',
    socket,
    headers: { host: lan, ...headers },
  }
  const trustProxy = trusted ? parseTrustProxy(trusted) : trustNobody
  return httpsAddressFor(request as unknown as IncomingMessage, trustProxy, publicUrl)
}

test('https redirect: a direct visitor by plain http is sent to the same page by https', () => {
  expect(ask({})).toBe('https://dash.example.org/room/ABCDE?watch')
  expect(ask({ host: 'dash.example.org:3000', connection: 'keep-alive' })).not.toBeNull()
  expect(ask({}, { method: 'HEAD' })).not.toBeNull()
  expect(ask({}, { method: 'POST' })).toBeNull()
})

test('https redirect: the scheme that a trusted proxy forwards decides', () => {
  const trusted = 'loopback'
  expect(ask({ 'x-forwarded-proto': 'http', host: 'dash.example.org' }, { trusted })).not.toBeNull()
  expect(ask({ 'x-forwarded-proto': 'https' }, { trusted })).toBeNull()
  expect(ask({ 'x-forwarded-proto': 'https, http' }, { trusted })).toBeNull()
  expect(ask({}, { trusted })).toBeNull()
})

test.each<[string, Record<string, string>, string?]>([
  ['keeps the Host', { host: 'dash.example.org' }],
  ['keeps the Host with the port', { host: 'dash.example.org:443' }],
  ['passes no Host, and forwards for somebody', { 'x-forwarded-for': '198.51.100.9' }],
  ['says that it is one', { via: '1.1 proxy' }],
  ['speaks HTTP/1.0, as nginx does', {}, '1.0'],
  ['closes each connection, as nginx does', { connection: 'close' }],
  ['hands on what a browser says by https alone', { 'sec-fetch-site': 'none' }],
])(
  'https: nobody is sent round in circles by a proxy we were not told of which %s',
  (_, headers, version) => {
    expect(ask(headers, { httpVersion: version ?? '1.1' })).toBeNull()
  },
)

test('https redirect: requests of pages to their own server are answered', () => {
  const own = { 'x-client-address': '192.0.2.7', 'x-forwarded-proto': 'http' }
  expect(ask(own, { trusted: 'loopback' })).toBeNull()
})

test('https redirect: without a public address by https there is none', () => {
  const request = { method: 'GET', httpVersion: '1.1', url: '/', socket: {}, headers: { host: lan } }
  const to = (address?: string) =>
    httpsAddressFor(request as unknown as IncomingMessage, trustNobody, address)
  expect([to(undefined), to('http://dash.example.org')]).toEqual([null, null])
})
