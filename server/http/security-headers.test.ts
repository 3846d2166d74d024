import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { setSecurityHeaders } from './security-headers'

test.each([
  ['https://dash.example', 'same-origin'],
  ['http://dash.example', undefined],
  [undefined, undefined],
])('cross-origin-opener-policy: with PUBLIC_URL %s it is %s', (publicUrl, expected) => {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  setSecurityHeaders(response, { isDevelopment: false, publicUrl })
  expect(response.getHeader('cross-origin-opener-policy')).toBe(expected)
})
