/**
 * Why a result is held: kept off boards, ratings and samples until an admin has looked. Stored as text, so a name that is out
 * of use stays in the list.
 */
export const holdReasons = [
  /** [F2] Began to write sooner after the prompts than anybody reads. */
  'too-soon',
  /** [F2] Wrote faster than a hand moves. */
  'too-quick',
  /** [F2] Digits were recognised sooner after the prompts than anybody reads and writes them. */
  'quick-lock',
  /** [F2] No single lock says much, but the quicker half of a long game was quicker than the quickest hands. */
  'quick-game',
  /** [F2] Whole drawings arrived at once, though by their own times they took long. */
  'one-batch',
  /** [F2] Few points, with straight jumps between them. */
  'few-points',
  /** [F2] The pen never slowed down nor sped up. */
  'even-speed',
  /** [F2] The pen came down as long after each prompt as after all others. */
  'even-reaction',
  /** [F3] The same drawing again in one game. */
  'same-ink',
  /** [F3] Drawings that were stored from earlier games. */
  'known-ink',
] as const

export type HoldReason = (typeof holdReasons)[number]
