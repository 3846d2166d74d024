import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { loadDrawings } from '#models/samples-format/read-strokes'
import { digestOf } from './digest'
import { mnistContents } from './sources'

export type Finding = {
  readonly file: string
  readonly state: 'right' | 'missing' | 'wrong'
  readonly detail: string
}

const fetched = [
  'digits-pendigits-train',
  'digits-pendigits-test',
  'others-omniglot-train',
  'others-omniglot-test',
  'others-quickdraw-train',
  'others-quickdraw-test',
]
/** Sets that have to be brought, and why they are not fetched. */
const brought = {
  'digits-unipen-train': 'bring it: UNIPEN, https://zenodo.org/records/1195803',
  'digits-unipen-test': 'bring it: UNIPEN, https://zenodo.org/records/1195803',
  'others-unipen-train': 'bring it: UNIPEN, https://zenodo.org/records/1195803',
  'others-unipen-test': 'bring it: UNIPEN, https://zenodo.org/records/1195803',
  'digits-finger-test': 'bring it: pilot data of arXiv 1709.06871, for testing only',
}

/** Reads every file of a data folder to its end: MNIST against its checksums, strokes line by line. */
export async function checkFolder(dir: string): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [name, sha256] of Object.entries(mnistContents)) {
    findings.push(
      await check(dir, join('mnist', name), 'run it without DATA_DIR to fetch it', (path) =>
        checkMnist(path, sha256),
      ),
    )
  }
  for (const name of fetched) {
    findings.push(await check(dir, strokeFile(name), 'run it without DATA_DIR to fetch it', countDrawings))
  }
  for (const [name, where] of Object.entries(brought)) {
    findings.push(await check(dir, strokeFile(name), where, countDrawings))
  }
  return findings
}

function strokeFile(name: string): string {
  return join('strokes', `${name}.ndjson.gz`)
}

async function check(
  dir: string,
  file: string,
  whereFrom: string,
  read: (path: string) => Promise<string>,
): Promise<Finding> {
  const path = join(dir, file)
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (!isThere) return { file, state: 'missing', detail: whereFrom }
  try {
    return { file, state: 'right', detail: await read(path) }
  } catch (error) {
    return { file, state: 'wrong', detail: error instanceof Error ? error.message : String(error) }
  }
}

async function checkMnist(path: string, sha256: string): Promise<string> {
  const digest = await digestOf(path, { algorithm: 'sha256', of: 'content' })
  if (digest !== sha256) throw new Error(`its content is not that of MNIST (sha256 ${digest})`)
  return 'as published'
}

async function countDrawings(path: string): Promise<string> {
  return `${(await loadDrawings(path)).length.toLocaleString('en')} drawings`
}
