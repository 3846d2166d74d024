/** Why a dataset cannot be made or exported. `message` is for the person who asked for it. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError'
  constructor(
    readonly reason: 'unknown' | 'withdrawn' | 'changed' | 'empty',
    message: string,
  ) {
    super(message)
  }
}
