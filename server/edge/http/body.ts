import { IncomingMessage } from 'node:http'

/** Whether Content-Length is over `maxBytes`. */
export function announcesMore({ headers }: IncomingMessage, maxBytes: number): boolean {
  return Number(headers['content-length'] ?? 0) > maxBytes
}

/**
 * Reads a body whole, or up to `maxBytes`, so that handlers neither wait for a slow one nor count its bytes.
 * @returns 'too-large', or 'cut-off' when the client closed in between
 */
export function readBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Buffer | 'too-large' | 'cut-off'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const settle = (result: Buffer | 'too-large' | 'cut-off') => {
      request.off('data', take).off('end', end).off('close', cutOff).off('error', cutOff)
      resolve(result)
    }
    const take = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxBytes) settle('too-large')
      else chunks.push(chunk)
    }
    const end = () => settle(Buffer.concat(chunks))
    const cutOff = () => settle('cut-off')
    request.on('data', take).once('end', end).once('close', cutOff).on('error', cutOff)
  })
}

/** The same request, with a body that was read before. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { 'transfer-encoding': _, ...headers } = request.headers
  const whole = new IncomingMessage(request.socket)
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders } = request
  Object.assign(whole, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders })
  Object.assign(whole, { headers: { ...headers, 'content-length': String(body.length) }, complete: true })
  whole.push(body)
  whole.push(null)
  return whole
}
