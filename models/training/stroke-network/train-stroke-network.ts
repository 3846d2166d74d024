import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { calibrate, expectInPlay } from '#models/training/calibrate'
import { Chance } from '#models/training/chance'
import { resumeCheckpoint, saveCheckpoint } from '#models/training/checkpoint'
import { fingerprint } from '#models/training/fingerprint'
import { fold } from '#models/training/fold'
import { arraysOf, initialParameters, withArrays } from '#models/training/network'
import { Optimiser } from '#models/training/optimiser'
import { type NetworkParts, pathAnswersOf } from '#models/training/publish'
import { rateAt } from '#models/training/schedule'
import { gradientsOf, measureStatistics } from '#models/training/trainer'
import { countExamples, type Examples } from '#models/training/training-set'
import { unfold } from '#models/training/unfold'
import { strokeArchitecture } from './architecture'
import { gatherBelieved, type ServedNetwork } from './believed'
import { drawPaths, everyPath, type PathBatch, thinExamples } from './mixture'

export type StrokePlan = {
  readonly training: Examples
  readonly heldOut: Examples
  /** An epoch is as many batches as there are training drawings in them. */
  readonly epochs: number
  readonly seed: number
  /** The network of pictures that it is to serve beside: what that one believes is learnt above all. */
  readonly pictures: ServedNetwork
  /** Folded weights to go on from; null trains from scratch. */
  readonly from: Float32Array | null
  /** Stroke networks without their calibration, whose mean answer is learnt from beside the labels. */
  readonly teachers?: readonly ServedNetwork[]
  /** Folder where runs are kept while they last, as in `Plan`. */
  readonly checkpoints: string
  readonly keepEveryMs?: number
}

export type StrokeWatch = {
  epoch(epoch: number, loss: number): void
  /** The run could not be kept, and goes on. */
  unkept?(error: Error): void
}

/** With the loss of training by epoch, and what the run is kept by until somebody removes it. */
export type TrainedStrokes = NetworkParts & { readonly losses: readonly number[]; readonly run: string }

/** @returns eleven numbers for each path; null where there are no teachers */
function meanAnswer(teachers: readonly ServedNetwork[], { paths }: PathBatch): Float32Array | null {
  const answers = teachers.map(({ layers, weights }) =>
    pathAnswersOf(layers, weights, paths).flatMap((answer) => [...answer]),
  )
  const [first] = answers
  return first
    ? Float32Array.from(
        first,
        (_, at) => answers.reduce((sum, own) => sum + (own[at] ?? 0), 0) / answers.length,
      )
    : null
}

const hashOf = ({ weights }: ServedNetwork) => createHash('sha256').update(weights).digest('hex')

/** Smaller where there are few drawings. */
const largestBatch = 256
const mostForStatistics = 4096
const decay = 0.05
/** Of what the network of pictures believes. More of it is none than of all that is drawn; chosen so that 97 % of the digits of each test set lock. */
const otherShareInPlay = 0.31
const uncalibrated = { temperature: 1, notADigitBias: 0 }
const usualKeepMs = 120_000

/**
 * Trains the stroke network on tfjs' current backend, with gradients registered; calibrates it on what was held out, and folds it for
 * serving. The same plan gives the same weights, also where it was killed and goes on.
 */
export async function trainStrokeNetwork(plan: StrokePlan, watch: StrokeWatch): Promise<TrainedStrokes> {
  const { heldOut, epochs, seed, from, teachers = [], checkpoints, keepEveryMs = usualKeepMs } = plan
  const gather = (examples: Pick<Examples, 'digits' | 'others'>, seed: number) =>
    gatherBelieved(examples, plan.pictures, new Chance(seed))
  const drawn = thinExamples(plan.training)
  const training = { ...drawn, believed: gather(drawn, seed) }
  const layers = strokeArchitecture
  const chance = new Chance(seed)
  const drawings = countExamples({ pictures: [], ...drawn })
  const batchSize = Math.min(largestBatch, 16 * drawings)
  const typical = drawPaths(training, Math.min(mostForStatistics, 64 * drawings), new Chance(0))
  const parameters = from ? unfold(layers, from, typical) : initialParameters(layers, chance)
  const optimiser = new Optimiser(arraysOf(parameters))
  const stepsPerEpoch = Math.ceil(drawings / batchSize)
  const schedule = { steps: Math.ceil(epochs * stepsPerEpoch), rate: from ? 0.002 : 0.004 }
  const averageDecay = 1 - 4 / Math.max(8, Math.min(schedule.steps, 8 * stepsPerEpoch))
  const run = fingerprint({
    ...{ training: { pictures: [], ...drawn }, heldOut: { ...heldOut, pictures: [] } },
    ...{ epochs, seed, warp: 1, layers, from, teachers: [plan.pictures, ...teachers].map(hashOf) },
  })
  const kept = await resumeCheckpoint<{ losses: number[] }>(checkpoints, run, { optimiser, chance })
  const losses = kept?.losses ?? []
  let keptAt = Date.now()
  let sum = 0
  while (optimiser.step < schedule.steps) {
    const batch = drawPaths(training, batchSize, chance)
    const { loss, gradients } = gradientsOf(
      layers,
      withArrays(parameters, optimiser.arrays),
      batch,
      meanAnswer(teachers, batch),
    )
    optimiser.update(gradients, { rate: rateAt(optimiser.step, schedule), decay, averageDecay })
    sum += loss
    if (optimiser.step % stepsPerEpoch !== 0 && optimiser.step < schedule.steps) continue
    losses.push(sum / stepsPerEpoch)
    watch.epoch(losses.length, sum / stepsPerEpoch)
    sum = 0
    // Nothing else is waited for: here signals and timers have their turn.
    await nextTurn()
    if (optimiser.step < schedule.steps && Date.now() - keptAt < keepEveryMs) continue
    const state = { optimiser, chance, history: { losses } }
    await saveCheckpoint(checkpoints, run, state).catch((error) => watch.unkept?.(error))
    keptAt = Date.now()
  }
  const averages = withArrays(parameters, optimiser.average)
  const statistics = measureStatistics(layers, averages, typical)
  const everyHeldOut = everyPath({ ...heldOut, believed: gather(heldOut, 0) })
  const answers = pathAnswersOf(layers, fold(averages, statistics, uncalibrated), everyHeldOut.paths)
  // A temperature would take back that a digit is to a part any digit.
  const fitted = calibrate(answers, everyHeldOut.labels, false)
  const calibration = expectInPlay(fitted, everyHeldOut.labels, otherShareInPlay)
  return { layers, weights: fold(averages, statistics, calibration), calibration, losses, run }
}
