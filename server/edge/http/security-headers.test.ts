import { request as httpRequest, IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { startGameServer } from '#server/testing/game-server'
import { pollingUrl } from '#server/testing/raw-client'
import { createSecurityHeaders } from './security-headers'

function headersFor(publicUrl?: string, asked: Record<string, string> = {}, url = '/') {
  const request = new IncomingMessage(new Socket())
  Object.assign(request.headers, asked)
  request.url = url
  const response = new ServerResponse(request)
  createSecurityHeaders({ isDevelopment: false, publicUrl })(request, response)
  return { request: request.headers, response: response.getHeaders() }
}

/** Like fetch, and lets a test say which Host it asks for. @returns the headers of the answer */
function ask(url: string, headers: Record<string, string>): Promise<IncomingMessage['headers']> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(url, { headers }, (answer) => resolve(answer.resume().headers))
    asked.on('error', reject).end()
  })
}

/** @returns what a policy allows, by directive */
function parsePolicy(policy: unknown): Record<string, readonly string[]> {
  const directives = String(policy).split(';')
  return Object.fromEntries(
    directives.map((directive) => {
      const [name, ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
}

test.each([
  ['https://dash.example', 'same-origin', 'max-age=2592000'],
  ['http://dash.example', undefined, undefined],
  [undefined, undefined, undefined],
])(
  'with PUBLIC_URL %s cross-origin-opener-policy is %s, strict-transport-security %s',
  (url, opener, https) => {
    const { response } = headersFor(url)
    expect(response['cross-origin-opener-policy']).toBe(opener)
    expect(response['strict-transport-security']).toBe(https)
  },
)

describe('content security policy', () => {
  test('each answer has a fresh nonce, which pages are given whatever the client has sent', () => {
    const asked = { 'content-security-policy': "script-src 'nonce-mine'" }
    const [one, other] = [headersFor(undefined, asked), headersFor(undefined, asked)]
    expect(one.request['content-security-policy']).toBe(one.response['content-security-policy'])
    expect(one.response['content-security-policy']).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' /)
    expect(one.response['content-security-policy']).not.toBe(other.response['content-security-policy'])
  })

  test('sockets connect to the page’s own origin only', () => {
    expect(parsePolicy(headersFor().response['content-security-policy'])['connect-src']).toEqual(["'self'"])
  })
})

test('cache-control: answers of the API are not cached', () => {
  expect(headersFor(undefined, {}, '/api/player').response['cache-control']).toBe('no-store')
  expect(headersFor(undefined, {}, '/_next/static/x.js').response['cache-control']).toBeUndefined()
})

describe('security headers of every kind of answer', () => {
  let server: Awaited<ReturnType<typeof startGameServer>>
  afterEach(() => server.close())

  test.each([
    ['a page', '/', {}],
    ['a page of an address that is not ours', '/', { host: 'evil.example' }],
    ['an API that refuses', '/api/player', { host: 'evil.example' }],
    ['the network', '/judge/digits-v1/model.json', {}],
    ['the state of the server', '/healthz', {}],
    ['metrics', '/metrics', {}],
    ['polling', pollingUrl(''), {}],
    ['no page', '/nowhere', {}],
  ])(
    '%s: no inline script runs without a nonce, nobody frames it, nothing asks for camera or place',
    async (_, path, headers) => {
      server = await startGameServer()
      const answer = await ask(server.url + path, headers)
      const policy = parsePolicy(answer['content-security-policy'])
      const scripts = policy['script-src'] ?? []
      expect(scripts).not.toContain("'unsafe-inline'")
      expect(scripts).not.toContain("'unsafe-eval'")
      expect(scripts.some((source) => /^[a-z]+:|\*/.test(source))).toBe(false)
      expect(policy).toMatchObject({
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      })
      const features = answer['permissions-policy']
      expect(features).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/)
      expect(features).not.toMatch(/wake-lock|clipboard|share|fullscreen|autoplay/)
      expect(answer['referrer-policy']).toBe('same-origin')
      expect(answer['x-content-type-options']).toBe('nosniff')
      expect(answer['cross-origin-resource-policy']).toBe('same-origin')
      expect(answer['x-powered-by']).toBeUndefined()
    },
  )
})
