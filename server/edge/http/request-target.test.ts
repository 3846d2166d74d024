import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientAddressHeader, presentTarget } from './present-target'
import { normaliseTarget } from './request-target'
import { parseTrustProxy } from './trust-proxy'

type Asked = Partial<Pick<IncomingMessage, 'method' | 'url' | 'headers'>>

function asked(request: Asked): IncomingMessage {
  const socket = { remoteAddress: '192.0.2.7' }
  return { method: 'GET', url: '/', headers: { host: 'dash.example' }, socket, ...request } as IncomingMessage
}

test.each([
  ['/practice?from=http://evil.example/', '/practice?from=http://evil.example/', 'dash.example'],
  ['/http://evil.example/practice', '/http://evil.example/practice', 'dash.example'],
  ['HTTP://other.example/practice?a=1', '/practice?a=1', 'other.example'],
])('request target: %s is the path %s at %s', (url, path, host) => {
  const request = asked({ url })
  normaliseTarget(request, parseTrustProxy('loopback'))
  expect([request.url, request.headers.host]).toEqual([path, host])
})

const presentedHost = (request: Asked, publicUrl?: string) => {
  const presented = asked(request)
  presentTarget(presented, { publicUrl, address: '192.0.2.7' })
  return presented.headers.host
}

test('pages: the Origin of what changes something names the address that the player used, that of a look at a page does not', () => {
  const headers = { host: 'backend:3000', origin: 'https://dash.example' }
  expect(presentedHost({ method: 'POST', headers: { ...headers } })).toBe('dash.example')
  for (const method of ['GET', 'HEAD'])
    expect(presentedHost({ method, headers: { ...headers } })).toBe('backend:3000')
  expect(presentedHost({ headers: { ...headers } }, 'https://play.example')).toBe('play.example')
})

test('pages: they are told the client address by us alone, and nothing that was forwarded', () => {
  const request = asked({
    headers: { host: 'dash.example', 'x-forwarded-host': 'evil.example', [clientAddressHeader]: '10.0.0.1' },
  })
  presentTarget(request, { publicUrl: undefined, address: '192.0.2.7' })
  expect(request.headers).toEqual({ host: 'dash.example', [clientAddressHeader]: '192.0.2.7' })
})
