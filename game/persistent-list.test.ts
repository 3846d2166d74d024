import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PersistentList } from './persistent-list'

test('persistent list: whatever grows out of it, a list stays what it was', () => {
  const grown = fc.array(fc.tuple(fc.nat(), fc.array(fc.nat(), { maxLength: 4 })))
  fc.assert(
    fc.property(grown, (steps) => {
      const lists = [{ list: PersistentList.of<number>(), items: [] as number[] }]
      for (const [from, added] of steps) {
        const base = lists[from % lists.length]
        if (base) lists.push({ list: base.list.append(added), items: [...base.items, ...added] })
      }
      for (const { list, items } of lists) {
        expect([...list]).toEqual(items)
        expect(list).toHaveLength(items.length)
        expect([list.at(0), list.at(-1), list.at(items.length)]).toEqual([items[0], items.at(-1), undefined])
        expect(list.slice(1, 99)).toEqual(items.slice(1))
        expect(list.map((item) => item + 1)).toEqual(items.map((item) => item + 1))
        const isSmall = (item: number): item is number => item < 9
        expect(list.findLast(isSmall)).toBe(items.findLast(isSmall))
      }
    }),
  )
})
