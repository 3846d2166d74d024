import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream'
import { judgeVersionPattern } from '#game/protocol/constants'

const types: Record<string, string> = {
  '.json': 'application/json',
  '.bin': 'application/octet-stream',
}

/**
 * Serves the files of the judge, for practice and for checking scores in browsers: `/judge/<version>/model.json` and
 * `/judge/<version>/weights.bin`. A version never changes, so it is cached for ever. No part of the URL becomes part
 * of a path before it was matched as a whole.
 *
 * @returns whether the request was one for this; if not, it has not been answered
 */
export async function serveJudgeFile(
  modelsFolder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [url = ''] = (request.url ?? '').split('?')
  if (!url.startsWith('/judge/')) return false
  const file = fileOf(modelsFolder, url)
  const found = file === null ? null : await stat(file).catch(() => null)
  if (file === null || !found?.isFile() || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('No such file')
    return true
  }
  response.writeHead(200, {
    'content-type': types[path.extname(file)],
    'content-length': found.size,
    'cache-control': 'public, max-age=31536000, immutable',
  })
  if (request.method === 'HEAD') response.end()
  // A client or a disk that fails ends both streams.
  else pipeline(createReadStream(file), response, () => {})
  return true
}

function fileOf(modelsFolder: string, url: string): string | null {
  const [, version = '', name] = /^\/judge\/([^/]+)\/(model\.json|weights\.bin)$/.exec(url) ?? []
  return name && judgeVersionPattern.test(version) ? path.join(modelsFolder, version, name) : null
}
