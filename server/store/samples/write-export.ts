import type { Manifest } from '#models/samples-format/schema'
import { writeExportFolder } from '#models/samples-format/write-export'
import type { Prisma } from '#server/store/prisma'
import { type ExportOptions, prepareExport } from './prepare-export'

/**
 * Writes stored samples into a new folder, as `models/samples-format` says, without those that cannot be labelled.
 * @param progress called for each sample, with how many of how many have been read
 * @throws Error with code EEXIST when the folder is there already; ExportChangedError, DatasetError
 */
export async function writeExport(
  prisma: Prisma,
  folder: string,
  options: ExportOptions,
  progress: (done: number, total: number) => void = () => {},
): Promise<Manifest> {
  let done = 0
  const { request, total } = await prepareExport(prisma, options, () => progress(++done, total))
  return writeExportFolder(folder, request)
}
