import { ReadableStream } from 'node:stream/web'
import { exportFormats } from '#models/samples-format/write-export'
import { readConfig } from '#server/config'
import { contributorKey } from '#server/host/secrets'
import { actionPrisma } from '#server/store/page-store'
import { zipExport } from '#server/store/samples/zip-export'
import { parseFilter, unreviewedParam } from '../../../_web/admin/samples/query'
import { isAdmin } from '../../../_web/admin/session'
import { refusalResponse } from '../../../_web/kit/player/refuse'

/** [C11] The reviewed samples of a filter as one zip, on request with the others, streamed as it is made. For the admin alone. */
export async function GET(request: Request): Promise<Response> {
  if (!(await isAdmin())) {
    // Who followed the link after their session had ended can sign in again; a program reads the refusal.
    const isPerson = request.headers.get('accept')?.includes('text/html')
    return isPerson
      ? new Response(null, { status: 303, headers: { location: '/admin/sign-in' } })
      : refusalResponse('not-admin')
  }
  const query = new URL(request.url).searchParams
  const pieces = zipExport(actionPrisma(), {
    formats: exportFormats,
    onlyReviewed: query.get(unreviewedParam) !== 'yes',
    filter: parseFilter(Object.fromEntries(query)),
    contributorKey: await contributorKey(readConfig()),
  })
  const day = new Date().toISOString().slice(0, 10)
  return new Response(ReadableStream.from(pieces) as unknown as BodyInit, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="digit-dash-samples-${day}.zip"`,
      'cache-control': 'no-store',
    },
  })
}
