/** How items of one kind are kept as whole 32-bit numbers. */
export type Packing<Item> = {
  /** @param put adds one number behind those there are */
  readonly write: (item: Item, put: (number: number) => void) => void
  /** @param at where the numbers of the item begin */
  readonly read: (numbers: Int32Array, at: number) => Item
}

/** Grows by a quarter: most lists of a room are long for a while, and none is long for ever. */
const growth = 1.25
const leastSpace = 32

/** Numbers of all lists that have grown out of one another. */
class Rows {
  numbers = new Int32Array(leastSpace)
  used = 0
  /** Where each item begins. */
  starts = new Int32Array(leastSpace)
  count = 0
  readonly put = (number: number): void => {
    if (this.used === this.numbers.length) this.numbers = grow(this.numbers)
    this.numbers[this.used++] = number
  }

  begin(): void {
    if (this.count === this.starts.length) this.starts = grow(this.starts)
    this.starts[this.count++] = this.used
  }
}

function grow(full: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.ceil(full.length * growth))
  larger.set(full)
  return larger
}

/**
 * An immutable list that keeps its items as numbers, a tenth of what they take as objects, and shares them with the list it was
 * appended to: appending costs what is added and not what was there. Only the first of two lists appended to the same one shares with it; the
 * other copies. Items are made anew when they are asked for, but for the last, which is asked for all the time.
 */
export class PackedList<Item> implements Iterable<Item> {
  readonly #packing: Packing<Item>
  /** What lies beyond `length` belongs to lists that grew out of this one. Null while there is nothing. */
  readonly #rows: Rows | null
  readonly #last: Item | undefined
  readonly length: number

  private constructor(packing: Packing<Item>, rows: Rows | null, length: number, last: Item | undefined) {
    this.#packing = packing
    this.#rows = rows
    this.#last = last
    this.length = length
  }

  static of<Item>(packing: Packing<Item>, items: readonly Item[] = []): PackedList<Item> {
    return new PackedList<Item>(packing, null, 0, undefined).append(items)
  }

  append(added: readonly Item[]): PackedList<Item> {
    if (added.length === 0) return this
    const rows = this.#rows?.count === this.length ? this.#rows : this.#copyRows()
    for (const item of added) {
      rows.begin()
      this.#packing.write(item, rows.put)
    }
    return new PackedList(this.#packing, rows, this.length + added.length, added.at(-1))
  }

  #copyRows(): Rows {
    const rows = new Rows()
    for (const item of this) {
      rows.begin()
      this.#packing.write(item, rows.put)
    }
    return rows
  }

  /** Counts from the end where `index` is negative, as arrays do. */
  at(index: number): Item | undefined {
    const place = index < 0 ? index + this.length : index
    if (place === this.length - 1) return this.#last
    return place >= 0 && place < this.length ? this.#read(place) : undefined
  }

  #read(place: number): Item {
    const { numbers, starts } = this.#rows as Rows
    return this.#packing.read(numbers, starts[place] as number)
  }

  /** @param from not negative, nor is `to` */
  slice(from = 0, to: number = this.length): Item[] {
    const items: Item[] = []
    for (let place = from; place < Math.min(to, this.length); place++) items.push(this.at(place) as Item)
    return items
  }

  map<Mapped>(transform: (item: Item) => Mapped): Mapped[] {
    return this.slice().map(transform)
  }

  findLast<Found extends Item>(isFound: (item: Item) => item is Found): Found | undefined {
    for (let place = this.length - 1; place >= 0; place--) {
      const item = this.at(place) as Item
      if (isFound(item)) return item
    }
    return undefined
  }

  [Symbol.iterator](): IterableIterator<Item> {
    return this.slice()[Symbol.iterator]()
  }
}
