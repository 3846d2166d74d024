import * as z from 'zod/mini'

const count = z.int().check(z.gte(0))
const share = z.number().check(z.gte(0), z.lte(1))
const at = z.int().check(z.gte(0))
const textUpTo = (most: number) => z.string().check(z.maxLength(most))

/** How far the loss of a run is told: at most so many points, evenly spread over its steps. */
export const mostLosses = 240
/** A run writes itself down at least every 10 s. Whoever has not been heard of for so long was killed, or lost its machine. */
export const silentMs = 120_000

const ended = ['finished', 'failed', 'stopped'] as const

/** [F22] What a training run says of itself in its file: times in ms since 1970. */
export const runSchema = z.object({
  format: z.literal('digit-dash-run/1'),
  id: z.string().check(z.regex(/^[0-9a-z-]{1,64}$/)),
  /** The folder it will write: `digits-vN`; null before it is known. */
  version: z.nullable(textUpTo(100)),
  /** The dataset versions or folders of players' drawings that it learns from. */
  datasets: z.array(textUpTo(500)).check(z.maxLength(50)),
  /** How many of players' drawings it learns from, and of how many players; null before they are read. */
  players: z.nullable(z.object({ samples: count, contributors: count, gold: count })),
  state: z.enum(['loading', 'training', 'publishing', ...ended]),
  /** Which network is being trained: teachers come before their pupil. */
  stage: z.object({ number: count, of: count }),
  step: count,
  steps: count,
  /** How long it will take from now on, as far as its own pace tells; null where it does not. */
  etaMs: z.nullable(z.number().check(z.gte(0))),
  /** Running mean of the training loss, by step. */
  losses: z.array(z.tuple([count, z.number()])).check(z.maxLength(mostLosses)),
  /** After each epoch, on what is held out. */
  epochs: z
    .array(
      z.object({ epoch: z.number(), loss: z.number(), pictures: share, digits: share, falseLocks: share }),
    )
    .check(z.maxLength(2_000)),
  /** Where it was taken up after it had been stopped; null where it began anew. */
  resumedAt: z.nullable(count),
  startedAt: at,
  updatedAt: at,
  endedAt: z.nullable(at),
  /** Why it failed or was stopped, for a person. */
  reason: z.nullable(textUpTo(2_000)),
})
export type TrainingRun = z.infer<typeof runSchema>

/** A run as it stands now: what says nothing any more is lost, and goes on when it is started again. */
const runNow = z.extend(runSchema, { state: z.enum([...runSchema.shape.state.options, 'lost']) })
export type RunNow = z.infer<typeof runNow>
export type RunState = RunNow['state']

/** What the server tells of its runs, newest first. */
export const runsAnswer = z.object({ runs: z.array(runNow) })

/** @param now ms since 1970 */
export function stateOf(
  { state, updatedAt }: Pick<TrainingRun, 'state' | 'updatedAt'>,
  now: number,
): RunState {
  const hasEnded = (ended as readonly string[]).includes(state)
  return !hasEnded && now - updatedAt > silentMs ? 'lost' : state
}

/** Every other point, where there are more than may be told. */
export function thinLosses(losses: TrainingRun['losses']): TrainingRun['losses'] {
  return losses.length <= mostLosses ? losses : losses.filter((_, index) => index % 2 === 0)
}
