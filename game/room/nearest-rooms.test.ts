import { expect, test } from 'vitest'
import { ada, ben, cyd, dot, Story } from '#game/testing/stories'
import { nearestRooms } from './nearest-rooms'

function roomOf(...players: string[]) {
  const story = new Story({ isPublic: true })
  for (const id of players) story.joins(id)
  return story
}

const ratings = new Map([
  [ada, 25],
  [ben, 27],
  [cyd, 40],
  [dot, 26],
])
const orderFor = (own: number, ...rooms: Story[]) => nearestRooms(rooms, own, (id) => ratings.get(id) ?? 25)

test('[R25] rooms are tried by how far their players are from one’s own rating, in steps, then by how full they are', () => {
  const [near, strong, pair] = [roomOf(ada), roomOf(cyd), roomOf(ben, dot)]
  expect(orderFor(25, strong, near, pair)).toEqual([pair, near, strong])
  expect(orderFor(39, strong, near, pair)).toEqual([strong, pair, near])
})

test('[R25] however far away, a room with people in it comes before an empty one', () => {
  const left = roomOf(ada)
  left.does({ type: 'player:disconnect', playerId: ada })
  const strong = roomOf(cyd)
  expect(orderFor(0, left, strong)).toEqual([strong, left])
})
