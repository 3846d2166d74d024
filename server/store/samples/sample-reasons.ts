/** Why a drawing is kept for training, the strongest first; as the schema has them. */
export const sampleReasons = [
  'fooled',
  'never_locked',
  'wrong_lock',
  'flipped_late',
  'low_margin',
  'control',
] as const
export type SampleReason = (typeof sampleReasons)[number]
