import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PackedList, type Packing } from './packed-list'

/** Items of different lengths, as ink has them. */
type Item = readonly number[]
const items: Packing<Item> = {
  write(item, put) {
    put(item.length)
    item.forEach(put)
  },
  read: (numbers, at) => [...numbers.subarray(at + 1, at + 1 + (numbers[at] ?? 0))],
}

test('packed list: whatever grows out of it, a list stays what it was', () => {
  const item = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 40 })
  const grown = fc.array(fc.tuple(fc.nat(), fc.array(item, { maxLength: 4 })))
  fc.assert(
    fc.property(grown, (steps) => {
      const lists = [{ list: PackedList.of(items), plain: [] as Item[] }]
      for (const [from, added] of steps) {
        const base = lists[from % lists.length]
        if (base) lists.push({ list: base.list.append(added), plain: [...base.plain, ...added] })
      }
      for (const { list, plain } of lists) {
        expect([...list]).toEqual(plain)
        expect(list).toHaveLength(plain.length)
        expect([list.at(0), list.at(-1), list.at(-2), list.at(plain.length)]).toEqual([
          ...[plain[0], plain.at(-1), plain.at(-2), undefined],
        ])
        expect(list.slice(1, 99)).toEqual(plain.slice(1))
        expect(list.map(({ length }) => length)).toEqual(plain.map(({ length }) => length))
        const isShort = (each: Item): each is readonly [number] => each.length === 1
        expect(list.findLast(isShort)).toEqual(plain.findLast(isShort))
      }
    }),
  )
})
