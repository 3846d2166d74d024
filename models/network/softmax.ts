const { fround } = Math

/**
 * e^x for x <= 0 as XNNPACK works it out in single precision ("rr2_p5"): x = n ln 2 + t with ln 2 in two parts, e^t by a polynomial of
 * degree 5 that differs least from it, and 2^n by its bits.
 */
const log2e = fround(1.4426950216293335)
const [ln2High, ln2Low] = [fround(0.693145751953125), fround(1.428606765330187e-6)] as const
const coefficients = [
  0.008289290592074394, 0.04189782217144966, 0.16667652130126953, 0.4999915063381195, 0.9999997019767761,
].map(fround)
/** To add it rounds to a whole number, which is then in the lowest bits, with the bias of exponents. */
const roundingTerm = 12_583_039
/** What is smaller has no normal float any more, and counts as 0. */
const leastExponent = fround(-87.33654022216797)

const asFloat = new Float32Array(1)
const asBits = new Int32Array(asFloat.buffer)

function exponential(x: number): number {
  if (x < leastExponent) return 0
  asFloat[0] = fround(x * log2e) + roundingTerm
  const rounded = asFloat[0] ?? 0
  asBits[0] = (asBits[0] ?? 0) << 23
  const power = asFloat[0] ?? 0
  const n = fround(rounded - roundingTerm)
  const t = fround(fround(x - fround(n * ln2High)) - fround(n * ln2Low))
  const polynomial = coefficients.reduce((sum, coefficient) => fround(fround(sum * t) + coefficient), 0)
  return fround(power + fround(fround(t * power) * polynomial))
}

/**
 * Softmax with each step in single precision, and sums in the order in which TensorFlow.js' WASM backend makes them: in four lanes, these
 * by halves, and then what is left over.
 *
 * @param logits finite numbers
 * @returns as many probabilities; no numbers where a logit is none
 */
export function softmax(logits: Float32Array): Float32Array {
  const greatest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity)
  const exponentials = logits.map((logit) => exponential(fround(logit - greatest)))
  const whole = logits.length - (logits.length % 4)
  const lanes = new Float32Array(4)
  for (let at = 0; at < whole; at++) lanes[at % 4] = (lanes[at % 4] ?? 0) + (exponentials[at] ?? 0)
  const [first = 0, second = 0, third = 0, fourth = 0] = lanes
  let sum = fround(fround(first + third) + fround(second + fourth))
  for (const left of exponentials.subarray(whole)) sum = fround(sum + left)
  const scale = fround(1 / sum)
  return exponentials.map((value) => value * scale)
}
