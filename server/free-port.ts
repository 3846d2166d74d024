import { createServer } from 'node:net'

/** @param port 0 means any. @returns the port, which nothing listened on a moment ago. */
function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

export const freePort = (host = '127.0.0.1') => listenOnce(0, host)

export const isFree = (port: number, host = '127.0.0.1') =>
  listenOnce(port, host).then(
    () => true,
    () => false,
  )
