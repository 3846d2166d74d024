import { createHash } from 'node:crypto'
import { splitOf } from '#models/samples-format/split'
import type { KeptSample } from '#server/store/samples/read-samples'

export type DatasetHash = {
  add(sample: Pick<KeptSample, 'id' | 'label' | 'prompt' | 'ink'>, writer: string): void
  /** sha-256 in hex, once all were added. */
  end(): string
}

/** [F10] What a version of a dataset is known by: its samples in order, with label, split, contributor, prompt and ink. */
export function hashDataset(): DatasetHash {
  const hash = createHash('sha256')
  return {
    add({ id, label, prompt, ink }, writer) {
      hash.update(`${id} ${label} ${splitOf(writer)} ${writer} ${prompt} ${ink}\n`)
    },
    end: () => hash.digest('hex'),
  }
}
