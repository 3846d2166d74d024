/** What the network can answer, in the order of its outputs. */
export const labels = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'not a digit'] as const

/** The output of a label, as files write it; -1 for what is none. */
export function outputOf(label: string): number {
  return (labels as readonly string[]).indexOf(label)
}
