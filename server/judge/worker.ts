import { getPriority, setPriority } from 'node:os'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Answer } from '#game/drawing/drawing'
import { type Shown, shownOf } from '#game/drawing/pen-path'
import { classifyShown } from '#models/classify-shown'
import { type Judge, loadJudge } from '#models/judge'
import { readModelFolder } from '#models/model-folder'
import { loadEngine } from './engine'
import { type PackedDrawings, unpackDrawings } from './packed-drawings'
import type { WorkerAnswer, WorkerQuestion, WorkerStart } from './worker-messages'

/** The champion, the one before it for games that are still on, and one more. */
const mostJudges = 3

/** Of a drawing without a point. */
const nothing: Shown = { raster: new Uint8Array(), path: new Float32Array() }

/** Ink must not wait for guesses: with all cores busy the thread that rooms are on goes first. */
const lowerBy = 10

const { modelsFolder, engine } = workerData as WorkerStart
// On Linux this is a thread's own; elsewhere it would slow down the whole server.
if (process.platform === 'linux') setPriority(Math.min(19, getPriority() + lowerBy))
const createNetwork = loadEngine(engine)
const judges = new Map<string, Judge>()

async function judgeOf(version: string): Promise<Judge> {
  const known = judges.get(version)
  const judge =
    known ?? (await loadJudge(await readModelFolder(path.join(modelsFolder, version)), await createNetwork))
  judges.delete(version)
  judges.set(version, judge)
  if (known) return known
  for (const [oldest, unused] of judges) {
    if (judges.size <= mostJudges) break
    unused.dispose()
    judges.delete(oldest)
  }
  return judge
}

function classify(judge: Judge, packed: PackedDrawings): Answer[] {
  const shown = unpackDrawings(packed).map((drawing) => shownOf(drawing) ?? nothing)
  return classifyShown(judge, shown).map(({ probabilities: _, strokeProbabilities: __, ...answer }) => answer)
}

async function answer(question: WorkerQuestion): Promise<WorkerAnswer> {
  try {
    const judge = await judgeOf(question.version)
    if (question.type === 'load') return { type: 'loaded' }
    return { type: 'classified', answers: classify(judge, question.drawings) }
  } catch (error) {
    return { type: 'refused', reason: error instanceof Error ? error.message : String(error) }
  }
}

async function respond(question: WorkerQuestion): Promise<void> {
  parentPort?.postMessage(await answer(question))
}

let before = Promise.resolve()
parentPort?.on('message', (question: WorkerQuestion) => {
  before = before.then(() => respond(question))
})
