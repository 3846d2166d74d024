import { withoutCalibration } from './fold'
import type { Plan, Trained } from './train-network'
import type { TrainedNetwork } from './trained-network'

/** What all teachers of a network have in common; they start from scratch and have no teachers. */
type TeachersPlan = Omit<Plan, 'from' | 'teachers'>

type Teachers = {
  readonly networks: readonly TrainedNetwork[]
  /** What their runs are kept by: until their pupil is published, a run that is killed finds them again. */
  readonly runs: readonly string[]
}

/**
 * Trains networks whose mean is to teach another one, each with the seed after the one before it.
 * @param plan with the seed of the network that they are to teach
 */
export async function trainTeachers(
  plan: TeachersPlan,
  count: number,
  train: (plan: Plan, number: number) => Promise<Trained>,
): Promise<Teachers> {
  const networks: TrainedNetwork[] = []
  const runs: string[] = []
  for (let number = 1; number <= count; number++) {
    const own = { ...plan, seed: plan.seed + number, from: null, teachers: [] }
    const { weights, calibration, run } = await train(own, number)
    networks.push({ layers: plan.layers, weights: withoutCalibration(plan.layers, weights, calibration) })
    runs.push(run)
  }
  return { networks, runs }
}
