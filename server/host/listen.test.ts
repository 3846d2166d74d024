import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { listen, tryToListen } from './listen'

async function complaint(host: string, port: number): Promise<string> {
  return tryToListen(host, port).then(
    () => 'none',
    (error: Error) => error.message,
  )
}

test('listen errors: a port that is in use is called so, and PORT is named', async () => {
  const other = createServer()
  const port = await tryToListen('127.0.0.1', 0)
  await listen(other, '127.0.0.1', port)
  expect(await complaint('127.0.0.1', port)).toMatch(new RegExp(`^Port ${port} is in use\\..* PORT\\.$`))
  await new Promise((resolve) => other.close(resolve))
  expect(await complaint('127.0.0.1', port)).toBe('none')
})

test('listening: an error that comes later is not swallowed', async () => {
  const server = createServer()
  await listen(server, '127.0.0.1', 0)
  expect(() => server.emit('error', new Error('later'))).toThrow('later')
  await new Promise((resolve) => server.close(resolve))
})

test.each([
  ['192.0.2.77', 'no address of this machine'],
  ['no-such-host.invalid', 'a name that cannot be found'],
])('listen errors: HOST=%s is %s, and HOST is named', async (host, what) => {
  const said = await complaint(host, 0)
  expect(said).toMatch(new RegExp(`^HOST is ${host}, `))
  expect(said).toContain(what)
  expect(said).not.toContain('\n')
})

test.each([
  ['EACCES', 'Port 80 is not allowed to this user'],
  ['EAFNOSUPPORT', 'no IPv6'],
  ['EMFILE', 'HOST ::, PORT 80: bind EMFILE'],
])('listen errors: %s, which not every machine can be made to say, is one line', async (code, said) => {
  const server = createServer()
  server.listen = () => {
    queueMicrotask(() => server.emit('error', Object.assign(new Error(`bind ${code}`), { code })))
    return server
  }
  const error = await listen(server, '::', 80).catch((error: Error) => error)
  expect(error?.message).toContain(said)
  expect(error?.message).not.toContain('\n')
})
