/**
 * The same sample for the same seed: the first places of a Fisher-Yates shuffle.
 * @template T
 * @param {readonly T[]} items
 * @param {number} size of the sample; all items if there are fewer
 * @param {number} seed a 32-bit integer
 * @returns {T[]}
 */
export function seededSample(items, size, seed) {
  const random = mulberry32(seed)
  const shuffled = [...items]
  const end = Math.min(size, shuffled.length)
  for (let place = 0; place < end; place++) {
    const other = place + Math.floor(random() * (shuffled.length - place))
    ;[shuffled[place], shuffled[other]] = [shuffled[other], shuffled[place]]
  }
  return shuffled.slice(0, end)
}

/**
 * Wilson's interval of a share, at 95 %: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
 * It stays within 0 and 1, and is not empty where all or none were found.
 * @param {number} found
 * @param {number} tried 0: nothing is known, so 0 to 1
 * @returns {{ low: number, high: number }}
 */
export function wilsonInterval(found, tried) {
  if (tried === 0) return { low: 0, high: 1 }
  const z = 1.959964
  const share = found / tried
  const centre = share + z ** 2 / (2 * tried)
  const margin = z * Math.sqrt((share * (1 - share)) / tried + z ** 2 / (4 * tried ** 2))
  const scale = 1 + z ** 2 / tried
  return { low: Math.max(0, (centre - margin) / scale), high: Math.min(1, (centre + margin) / scale) }
}

/** Mulberry32, a generator of numbers from 0 up to 1: github.com/bryc/code, jshash/PRNGs.md. @param {number} seed */
function mulberry32(seed) {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
