import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Layer } from '#models/model-schema'
import { calibrate, expectInPlay } from './calibrate'
import { Chance } from './chance'
import { type CurvePoint, resumeCheckpoint, saveCheckpoint } from './checkpoint'
import { fingerprint } from './fingerprint'
import { type Calibration, fold } from './fold'
import { drawBatch, everyExample, type TrainingBatch } from './mixture'
import { arraysOf, initialParameters, withArrays } from './network'
import { Optimiser } from './optimiser'
import { progressOf } from './progress'
import { answersOf } from './publish'
import { rateAt } from './schedule'
import { meanGradients, measureStatistics } from './trainer'
import { TrainingError } from './training-error'
import { countExamples, type Examples } from './training-set'
import { unfold } from './unfold'
import type { TrainingWorkers } from './workers'

export type Plan = {
  readonly training: Examples
  readonly heldOut: Examples
  /** An epoch is as many batches as there are training examples in them. */
  readonly epochs: number
  readonly seed: number
  /** How much examples are warped: 1 for what is seen between writers. */
  readonly warp: number
  readonly layers: readonly Layer[]
  /** Folded weights of these layers to go on from; null trains from scratch. */
  readonly from: Float32Array | null
  /** What tells the networks whose answers the workers distil from others. */
  readonly teachers: readonly string[]
  /** Folder where runs are kept while they last; see `checkpointPath`. */
  readonly checkpoints: string
  /** How long a run may go on without being kept; an epoch at most. */
  readonly keepEveryMs?: number
}

export type Watch = {
  /** A run that had been killed goes on. */
  resume(step: number, steps: number): void
  step(step: number, steps: number, loss: number): void
  epoch(point: CurvePoint): void
  /** The run could not be kept, and goes on. */
  unkept?(error: Error): void
}

export type Trained = {
  readonly weights: Float32Array
  readonly calibration: Calibration
  readonly curve: readonly CurvePoint[]
  /** What the run is kept by. Its checkpoint stays until somebody removes it: what came of the run is in no file yet. */
  readonly run: string
}

/** What a run has told so far; null as long as there is no loss. */
type RunHistory = { readonly loss: number | null; readonly curve: readonly CurvePoint[] }

/** Batch norm sees this many examples at a time. */
const batchSize = 64
/** A step learns from so many batches, whose gradients the workers compute side by side. */
const batchesPerStep = 2
const mostForStatistics = 4096
const decay = 0.05
/** Whoever is asked for a digit seldom draws something else. */
const otherShareInPlay = 0.01
const usualKeepMs = 120_000
const uncalibrated = { temperature: 1, notADigitBias: 0 }

/**
 * Trains a network as planned, calibrates it on what was held out, and folds it for serving. The same plan gives the same
 * weights, however many workers there are.
 * @throws TrainingError when it cannot go on
 */
export async function trainNetwork(plan: Plan, workers: TrainingWorkers, watch: Watch): Promise<Trained> {
  const { training, heldOut, seed, warp, layers, from, checkpoints, keepEveryMs = usualKeepMs } = plan
  const everyHeldOut = everyExample(heldOut)
  const stepsPerEpoch = Math.ceil(countExamples(training) / (batchSize * batchesPerStep))
  const steps = Math.ceil(plan.epochs * stepsPerEpoch)
  const chance = new Chance(seed)
  const typical = drawBatch(training, Math.min(mostForStatistics, 4 * countExamples(training)), new Chance(0))
  const parameters = from ? unfold(layers, from, typical) : initialParameters(layers, chance)
  const optimiser = new Optimiser(arraysOf(parameters))
  const schedule = { steps, rate: from ? 0.0005 : 0.003 }
  // The average looks back over about two epochs, less in a short run.
  const averageDecay = 1 - 4 / Math.max(8, Math.min(steps, 8 * stepsPerEpoch))
  const run = fingerprint(plan)
  const kept = await resumeCheckpoint<RunHistory>(checkpoints, run, { optimiser, chance })
  if (kept) watch.resume(optimiser.step, steps)
  const curve: CurvePoint[] = [...(kept?.curve ?? [])]
  let loss = kept?.loss ?? null
  let keptAt = Date.now()

  const foldAverage = () => {
    const averages = withArrays(parameters, optimiser.average)
    const statistics = measureStatistics(layers, averages, typical)
    return (calibration: Calibration) => fold(averages, statistics, calibration)
  }
  const answersTo = ({ rasters }: TrainingBatch, weights: Float32Array) => answersOf(layers, weights, rasters)

  const drawBatches = () =>
    Array.from({ length: batchesPerStep }, () => drawBatch(training, batchSize, chance, warp))
  let next = drawBatches()
  while (optimiser.step < steps) {
    const pending = workers.gradients(optimiser.arrays, next)
    const isEpochOver = (optimiser.step + 1) % stepsPerEpoch === 0 || optimiser.step + 1 === steps
    const isKept = isEpochOver || Date.now() - keptAt >= keepEveryMs
    // The next batches are drawn while the workers compute, but not across a checkpoint, which keeps the state of chance.
    if (!isKept) next = drawBatches()
    const mean = meanGradients(await pending)
    // An engine without threads leaves no other moment for signals and timers.
    await nextTurn()
    if (!Number.isFinite(mean.loss))
      throw new TrainingError(
        `the loss of step ${optimiser.step + 1} of ${steps} is no number; begin anew with another --seed`,
      )
    optimiser.update(mean.gradients, { rate: rateAt(optimiser.step, schedule), decay, averageDecay })
    loss = loss === null ? mean.loss : 0.99 * loss + 0.01 * mean.loss
    watch.step(optimiser.step, steps, loss)
    if (!isKept) continue
    if (isEpochOver) {
      const answers = answersTo(everyHeldOut, foldAverage()(uncalibrated))
      const point = { epoch: optimiser.step / stepsPerEpoch, loss, ...progressOf(answers, heldOut) }
      curve.push(point)
      watch.epoch(point)
    }
    const state = { optimiser, chance, history: { loss, curve } satisfies RunHistory }
    await saveCheckpoint(checkpoints, run, state).catch((error) => watch.unkept?.(error))
    keptAt = Date.now()
    next = drawBatches()
  }

  const folded = foldAverage()
  const fitted = calibrate(answersTo(everyHeldOut, folded(uncalibrated)), everyHeldOut.labels)
  const calibration = expectInPlay(fitted, everyHeldOut.labels, otherShareInPlay)
  return { weights: folded(calibration), calibration, curve, run }
}
