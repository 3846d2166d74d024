import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { download, downloadBeginning } from './download'
import { readOmniglot } from './omniglot'
import { readPenDigits } from './pen-digits'
import { readQuickDraw } from './quick-draw'
import type { Sources } from './sources'
import { type DrawingLine, writeStrokeFile } from './stroke-file'

/** Told of every step: what is being fetched, how much of it is here, and how much there is where that is known. */
export type OnProgress = (what: string, done: number, total: number | null) => void

/** A category's first drawings take less than this. */
const quickDrawBytes = 512 * 1024

/**
 * Fetches every set from its home into `dir` (`mnist/`, `strokes/`), and turns strokes of all formats into one. What is
 * already there and right is not fetched again.
 */
export async function fetchSets(dir: string, sources: Sources, onProgress: OnProgress): Promise<void> {
  for (const { file, url, sha256 } of sources.mnist) {
    const checksum = { algorithm: 'sha256', hex: sha256, of: 'content' } as const
    await download({ url, path: join(dir, 'mnist', file), checksum, onProgress: onProgress.bind(null, file) })
  }
  const archive = async (name: string, { url, sha256 }: Sources['penDigits']) => {
    const path = join(dir, 'downloads', `${name}.zip`)
    const checksum = { algorithm: 'sha256', hex: sha256, of: 'file' } as const
    await download({ url, path, checksum, onProgress: onProgress.bind(null, name) })
    return readFile(path)
  }
  const save = (name: string, drawings: readonly DrawingLine[]) =>
    writeStrokeFile(join(dir, 'strokes', `${name}.ndjson.gz`), drawings)

  const penDigits = readPenDigits(await archive('pendigits', sources.penDigits))
  await save('digits-pendigits-train', penDigits.train)
  await save('digits-pendigits-test', penDigits.test)
  const omniglot = readOmniglot(await archive('omniglot', sources.omniglot))
  await save('others-omniglot-train', omniglot.train)
  await save('others-omniglot-test', omniglot.test)
  for (const part of ['train', 'test'] as const) {
    await save(`others-quickdraw-${part}`, await fetchQuickDraw(dir, sources.quickDraw, part, onProgress))
  }
}

async function fetchQuickDraw(
  dir: string,
  { folderUrl, lookalikes, ...parts }: Sources['quickDraw'],
  part: 'train' | 'test',
  onProgress: OnProgress,
): Promise<DrawingLine[]> {
  const drawings: DrawingLine[] = []
  for (const [index, category] of parts[part].entries()) {
    const path = join(dir, 'downloads', 'quickdraw', `${category}.ndjson`)
    await downloadBeginning(`${folderUrl}/${encodeURIComponent(category)}.ndjson`, path, quickDrawBytes)
    drawings.push(...readQuickDraw(await readFile(path, 'utf8'), lookalikes.includes(category)))
    onProgress(`quickdraw-${part}`, index + 1, parts[part].length)
  }
  return drawings
}
