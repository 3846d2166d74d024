import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { locally } from '../../e2e/address'
import { startServer } from '../../e2e/server'
import { type Report, rounded } from '../report'

const starts = 4

/** How long a built server takes from its start to the last byte of the first page; each one but the first on a database that is there. */
export async function benchStart(): Promise<Report[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-start-'))
  const rows: Record<string, Report['rows'][string]> = {}
  try {
    for (let start = 1; start <= starts; start++) {
      const begunAt = performance.now()
      const server = await startServer({ DATA_FOLDER: folder })
      try {
        const listensAt = performance.now()
        const response = await fetch(`${locally(server.url)}/practice`)
        await response.text()
        rows[start === 1 ? 'first start, with a new database' : `start ${start}`] = {
          'listens s': rounded((listensAt - begunAt) / 1000),
          'first page s': rounded((performance.now() - begunAt) / 1000),
          status: response.status,
        }
      } finally {
        await server.stop()
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return [{ title: 'Start: a built server until its first page on which a digit can be drawn', rows }]
}
