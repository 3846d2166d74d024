import type { ExportOptions } from './prepare-export'

/** From the server to the process that exports. */
export type ExportStart = {
  readonly options: ExportOptions
  /** For what has to wait until all samples are read; the server removes it. */
  readonly workFolder: string
  /** The folder in the zip. */
  readonly folder: string
}

/** From the process that exports; the bytes of the zip come by its standard output. */
export type ExportMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done' }
  /** @param isForPeople whether the message says what to do */
  | { readonly type: 'failed'; readonly message: string; readonly isForPeople: boolean }
