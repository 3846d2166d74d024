/** Why a run cannot go on. `message` is for a person: what is wrong, and what to do. */
export class TrainingError extends Error {
  override readonly name = 'TrainingError'
}
