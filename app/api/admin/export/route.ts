import { type ExportFormat, exportFormats } from '#models/samples-format/formats'
import { datasetName } from '#models/samples-format/schema'
import { readConfig } from '#server/config'
import { contributorKey } from '#server/host/secrets'
import type { ExportScope } from '#server/store/samples/prepare-export'
import { exportRun, rememberExport } from '#server/store/samples/running-exports'
import { startExport } from '#server/store/samples/start-export'
import { parseFilter, unreviewedParam } from '../../../_web/admin/samples/query'
import { isAdmin } from '../../../_web/admin/session'
import { answering, refusalResponse } from '../../../_web/kit/player/refuse'

/**
 * [C11] [F11] The reviewed samples of a filter, on request with the others, or a version of a dataset, in one format as one zip, streamed as
 * it is made. For the admin alone.
 */
export async function GET(request: Request): Promise<Response> {
  if (!(await isAdmin())) {
    // Who followed the link after their session had ended can sign in again; a program reads the refusal.
    const isPerson = request.headers.get('accept')?.includes('text/html')
    return isPerson
      ? new Response(null, { status: 303, headers: { location: '/admin/sign-in' } })
      : refusalResponse('not-admin')
  }
  const query = new URL(request.url).searchParams
  const format = exportFormats.find((known) => known === query.get('format')) ?? 'ndjson'
  const scope = scopeOf(query)
  if (!scope) return refusalResponse('bad-message')
  return answering(async () => {
    const name = fileName(scope, format)
    const options = { formats: [format], scope, contributorKey: await contributorKey(readConfig()) }
    const running = await startExport(options, name)
    const run = exportRun.safeParse(query.get('run'))
    if (run.success) rememberExport(run.data, running)
    request.signal.addEventListener('abort', running.cancel)
    return new Response(running.zip, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${name}.zip"`,
        'cache-control': 'no-store',
      },
    })
  })
}

/** @returns null for the name of no dataset */
function scopeOf(query: URLSearchParams): ExportScope | null {
  const dataset = query.get('dataset')
  if (dataset === null) {
    const filter = parseFilter(Object.fromEntries(query))
    return { filter, onlyReviewed: query.get(unreviewedParam) !== 'yes' }
  }
  const name = datasetName.safeParse(dataset)
  const version = Number(query.get('version'))
  return name.success && Number.isSafeInteger(version) && version > 0 ? { dataset: name.data, version } : null
}

/** Of a fixed form: nothing in it can be taken for a path or a header. */
function fileName(scope: ExportScope, format: ExportFormat): string {
  if ('dataset' in scope) return `${scope.dataset}-${scope.version ?? 'last'}-${format}`
  return `digit-dash-samples-${new Date().toISOString().slice(0, 10)}-${format}`
}
