import { DataFileError } from '#models/data-file'

/** [C11] Whether labels that nobody has reviewed are taken as well: they are only what the players were asked for. */
export type LabelOptions = { readonly acceptsUnreviewed?: boolean }

/** @throws DataFileError [C11] where some of the labels are not reviewed, and nobody has said that these are wanted */
export function refuseUnreviewed(
  path: string,
  { unreviewed, count }: { readonly unreviewed: number; readonly count: number },
  { acceptsUnreviewed = false }: LabelOptions,
): void {
  if (unreviewed === 0 || acceptsUnreviewed) return
  throw new DataFileError(
    path,
    `${unreviewed} of ${count} labels are not reviewed, only what the player was asked for; take them all the same with --unreviewed`,
  )
}
