import type { Server } from 'node:net'
import { createServer } from 'node:net'

/** @throws Error with one line that says what is wrong and which variable to change */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(listenError(error, host, port))
    server.once('error', refuse)
    server.listen(port, host, () => {
      server.off('error', refuse)
      resolve()
    })
  })
}

/**
 * Checks that the address is free, before anything else is opened.
 * @param port 0 means any
 * @returns the port
 * @throws as `listen` does
 */
export async function tryToListen(host: string, port: number): Promise<number> {
  const server = createServer()
  await listen(server, host, port)
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : port
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  return new Error(
    sentences[error.code ?? '']?.(host, port) ?? `HOST ${host}, PORT ${port}: ${error.message}.`,
    {
      cause: error,
    },
  )
}

const noSuchAddress = (host: string) =>
  `HOST is ${host}, which is no address of this machine. Leave HOST out to listen on all it has.`
const unknownName = (host: string) =>
  `HOST is ${host}, a name that cannot be found. Set HOST to an address of this machine, or leave it out.`

const sentences: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_host, port) => `Port ${port} is in use. Stop what uses it, or choose another with PORT.`,
  EACCES: (_host, port) =>
    `Port ${port} is not allowed to this user. Choose another with PORT${port < 1024 ? ', above 1023' : ''}.`,
  EADDRNOTAVAIL: noSuchAddress,
  // For a link-local address without its interface.
  EINVAL: noSuchAddress,
  EAFNOSUPPORT: (host) =>
    `HOST is ${host}, and this machine has no IPv6. Set HOST to an IPv4 address, or leave it out.`,
  ENOTFOUND: unknownName,
  EAI_AGAIN: unknownName,
}
