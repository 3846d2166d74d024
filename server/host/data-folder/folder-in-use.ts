import type { Machine } from './machine'

/** The holder of a data folder, as in its lease file. */
export type Holder = Machine & { claim: string; pid: number; port?: number; since: string; beatAt?: number }

/** Another process has the data folder; `message` is one line that names it. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'

  constructor(
    folder: string,
    readonly holder?: Holder,
  ) {
    super(
      `${folder} is in use by ${holder ? named(holder) : 'another process'}. ` +
        'Stop that first, or choose another folder with DATA_FOLDER.',
    )
  }
}

function named({ host, pid, port, since }: Holder): string {
  const what = port ? `the server on port ${port} of ${host}` : `a process on ${host}`
  return `${what} (process ${pid}, since ${since.slice(0, 16).replace('T', ' ')} UTC)`
}
