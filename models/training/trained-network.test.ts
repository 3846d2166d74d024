import { expect, test } from 'vitest'
import { labels } from '#models/labels'
import type { Layer } from '#models/model-schema'
import { meanOf } from './trained-network'

const layers: readonly Layer[] = [{ kind: 'dense', filter: [784, labels.length] }]
const network = (...weights: number[]) => ({ layers, weights: Float32Array.of(...weights) })

test('trained network: the mean of several has the mean of each weight, and of one its own', () => {
  expect(meanOf([network(1, -2), network(2, 0), network(6, 5)])).toEqual(network(3, 1))
  expect(meanOf([network(1, -2)])).toEqual(network(1, -2))
})

test('trained network: there is no mean of networks whose layers differ', () => {
  const other: Layer[] = [{ kind: 'dense', filter: [392, labels.length] }]
  expect(() => meanOf([network(1), { ...network(1), layers: other }])).toThrow(RangeError)
})
