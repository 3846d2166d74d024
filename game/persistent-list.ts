/**
 * An immutable list that shares its items with the list it was appended to, so that appending costs what is added and not
 * what was there. Only the first of two lists appended to the same one shares with it; the other copies.
 */
export class PersistentList<Item> implements Iterable<Item> {
  /** What lies beyond `length` belongs to lists that grew out of this one. */
  readonly #items: Item[]
  readonly length: number

  private constructor(items: Item[], length: number) {
    this.#items = items
    this.length = length
  }

  static of<Item>(items: Iterable<Item> = []): PersistentList<Item> {
    const own = [...items]
    return new PersistentList(own, own.length)
  }

  append(added: readonly Item[]): PersistentList<Item> {
    const items = this.#items.length === this.length ? this.#items : this.slice()
    for (const item of added) items.push(item)
    return new PersistentList(items, this.length + added.length)
  }

  /** Counts from the end where `index` is negative, as arrays do. */
  at(index: number): Item | undefined {
    const place = index < 0 ? index + this.length : index
    return place < this.length ? this.#items[place] : undefined
  }

  /** @param from not negative, nor is `to` */
  slice(from = 0, to: number = this.length): Item[] {
    return this.#items.slice(from, Math.min(to, this.length))
  }

  map<Mapped>(transform: (item: Item) => Mapped): Mapped[] {
    return this.slice().map(transform)
  }

  findLast<Found extends Item>(isFound: (item: Item) => item is Found): Found | undefined {
    for (let index = this.length - 1; index >= 0; index--) {
      const item = this.#items[index] as Item
      if (isFound(item)) return item
    }
    return undefined
  }

  [Symbol.iterator](): IterableIterator<Item> {
    return this.slice()[Symbol.iterator]()
  }
}
