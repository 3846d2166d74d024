import { z } from 'zod'
import type { ExportProgress, RunningExport } from './start-export'

/** What a page calls an export that it has started, so that it can ask for it and end it. */
export const exportRun = z.string().regex(/^[0-9a-z]{8,40}$/)

/** How long an export that has ended is known, ms. */
const rememberedMs = 60_000

/** Next bundles its own copies of modules for routes and actions, so what they share is on `globalThis`. */
const shared = globalThis as typeof globalThis & { digitDashExports?: Map<string, RunningExport> }

function runs(): Map<string, RunningExport> {
  shared.digitDashExports ??= new Map()
  return shared.digitDashExports
}

export function rememberExport(run: string, running: RunningExport): void {
  runs().set(run, running)
  running.ended.finally(() => setTimeout(() => runs().delete(run), rememberedMs).unref())
}

/** @returns null for one that nobody has started, or that ended long ago */
export function exportProgress(run: string): ExportProgress | null {
  return runs().get(run)?.progress() ?? null
}

export function cancelExport(run: string): void {
  runs().get(run)?.cancel()
}
