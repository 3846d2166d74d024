import type { Split } from './schema'

const prefixes: Record<Split, string> = { train: 'train', gold: 't10k' }
const shapes = { images: 'idx3', labels: 'idx1', reviewed: 'idx1' } as const

/** What a file of IDX holds; `reviewed` has 1 for each label that people agreed on, 0 for each that is only what was asked for. */
export type IdxKind = keyof typeof shapes

/** Before the names of files with labels that nobody has reviewed: nothing else tells a label of MNIST from such a one. */
const unreviewedPrefix = 'unreviewed-'

/** Names as MNIST has them: what is learnt from is `train`, what is only measured with is `t10k`. */
export function idxName(split: Split, kind: IdxKind, areReviewed: boolean): string {
  return `${areReviewed ? '' : unreviewedPrefix}${prefixes[split]}-${kind}-${shapes[kind]}-ubyte`
}

/** The pair of an export that is learnt from, among its files; up to 0.9.0 there was one pair alone. */
export function findIdxPair(names: readonly string[]): { images: string; labels: string } | null {
  const find = (kind: IdxKind) =>
    names.find((name) => new RegExp(`^(unreviewed-train|train|samples)-${kind}-idx\\d-ubyte`).test(name))
  const [images, labels] = [find('images'), find('labels')]
  return images && labels ? { images, labels } : null
}

/** Whether labels of this name are those of an export even where neither manifest nor marks are left beside them. */
export function isSurelyExported(labelsName: string): boolean {
  return labelsName.startsWith(unreviewedPrefix) || labelsName.startsWith('samples-')
}

/** The file that says which of these labels are reviewed; null where labels have a name that no export gives them. */
export function marksOf(labelsName: string): string | null {
  return labelsName.includes('-labels-') ? labelsName.replace('-labels-', '-reviewed-') : null
}
