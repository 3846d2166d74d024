'use server'

import { cancelExport, exportProgress, exportRun } from '#server/store/samples/running-exports'
import type { ExportProgress } from '#server/store/samples/start-export'
import { requireAdmin } from '../session'

/** How far an export is that this page has started; null for one that the server does not know. */
export async function runProgress(run: string): Promise<ExportProgress | null> {
  await requireAdmin()
  return exportProgress(exportRun.parse(run))
}

/** Ends an export; the download fails. */
export async function cancelRun(run: string): Promise<void> {
  await requireAdmin()
  cancelExport(exportRun.parse(run))
}
