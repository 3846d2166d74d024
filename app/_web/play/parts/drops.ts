/** A countdown shows drops of ink, and never a figure: a large 3 would be read as a prompt. */
export const dropCount = 3

/** "Draw!" is shown for so long before a round begins, ms: about as long as people take to act on it. */
const drawMs = 300

/** @returns how many drops are left `leftMs` before a countdown of `totalMs` ends; 0 is "Draw!" */
export function dropsLeft(leftMs: number, totalMs: number): number {
  return Math.max(0, Math.min(dropCount, Math.ceil((leftMs - drawMs) / dropMs(totalMs))))
}

/** @returns ms until the next of them goes; 0 when all have gone */
export function nextDropMs(leftMs: number, totalMs: number): number {
  const left = dropsLeft(leftMs, totalMs)
  return left === 0 ? 0 : leftMs - drawMs - (left - 1) * dropMs(totalMs)
}

function dropMs(totalMs: number): number {
  return (totalMs - drawMs) / dropCount
}
