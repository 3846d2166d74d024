const firstDecay = 0.9
const secondDecay = 0.999
const floor = 1e-8

/**
 * AdamW (Loshchilov and Hutter, 2019) over plain arrays, with a running average of the weights beside them. The average
 * is what serves: it has seen the last few epochs instead of the last batch.
 */
export class Optimiser {
  step = 0
  readonly first: Float32Array[]
  readonly second: Float32Array[]
  readonly average: Float32Array[]

  constructor(readonly arrays: readonly Float32Array[]) {
    this.first = arrays.map(({ length }) => new Float32Array(length))
    this.second = arrays.map(({ length }) => new Float32Array(length))
    this.average = arrays.map((array) => array.slice())
  }

  /**
   * @param gradients one for each array
   * @param rate learning rate
   * @param decay how much of each filter weight is lost for every unit of rate; scales, shifts and biases keep theirs
   * @param averageDecay share of the running average that stays, e.g. 0.999 (Polyak and Juditsky, 1992)
   */
  update(
    gradients: readonly Float32Array[],
    { rate, decay, averageDecay }: { rate: number; decay: number; averageDecay: number },
  ): void {
    this.step++
    const firstShare = 1 - firstDecay ** this.step
    const secondShare = 1 - secondDecay ** this.step
    // Early on the average follows closely, so that it does not remember the random start.
    const kept = Math.min(averageDecay, this.step / (this.step + 10))
    this.arrays.forEach((array, index) => {
      const gradient = gradients[index] as Float32Array
      const first = this.first[index] as Float32Array
      const second = this.second[index] as Float32Array
      const average = this.average[index] as Float32Array
      const shrink = array.length > 512 ? 1 - rate * decay : 1
      for (let at = 0; at < array.length; at++) {
        const slope = gradient[at] as number
        const mean = firstDecay * (first[at] as number) + (1 - firstDecay) * slope
        const square = secondDecay * (second[at] as number) + (1 - secondDecay) * slope * slope
        first[at] = mean
        second[at] = square
        const move = mean / firstShare / (Math.sqrt(square / secondShare) + floor)
        const value = (array[at] as number) * shrink - rate * move
        array[at] = value
        average[at] = kept * (average[at] as number) + (1 - kept) * value
      }
    })
  }
}
