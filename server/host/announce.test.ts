import { expect, test, vi } from 'vitest'
import { announce, isEverywhere, playersAddresses } from './announce'

test.each([
  ['::1', 'http://[::1]:3000'],
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['dash.local', 'http://dash.local:3000'],
])('HOST=%s is announced as %s', async (host, address) => {
  expect(await playersAddresses(host, 3000)).toEqual([address])
})

test('announce: a public address is the only one', async () => {
  expect(await playersAddresses('0.0.0.0', 3000, 'https://dash.example.org')).toEqual([
    'https://dash.example.org',
  ])
})

test.each(['0.0.0.0', '::'])(
  'announce: HOST=%s is printed as an address that can be opened',
  async (host) => {
    expect(isEverywhere(host)).toBe(true)
    for (const address of await playersAddresses(host, 3000)) {
      expect(URL.canParse(address)).toBe(true)
      expect(isEverywhere(new URL(address).hostname.replace(/[[\]]/g, ''))).toBe(false)
    }
  },
)

test('announce: all addresses are printed, the best one first', () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  announce(['http://192.168.1.5:3000', 'http://10.0.0.5:3000'], null)
  const printed = write.mock.calls.join('')
  write.mockRestore()
  expect(printed).toMatch(
    /ready at {2}http:\/\/192\.168\.1\.5:3000\n +also at {2}http:\/\/10\.0\.0\.5:3000\n/,
  )
})
