import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { notADigit } from '#game/protocol/constants'
import { countExamples, type Examples, isSurelyNoDigit, loadTrainingSet } from './training-set'

const drawn = (...strokes: [number, number][][]) => ({
  isLookalike: false,
  strokes: strokes.map((stroke) => stroke.map(([x, y]) => ({ x, y, t: null }))),
})

test('what is marked as a lookalike is never taught as "not a digit"', () => {
  expect(
    isSurelyNoDigit({
      ...drawn([
        [0, 0],
        [5, 2],
        [0, 9],
      ]),
      isLookalike: true,
    }),
  ).toBe(false)
})

test('a bare upright or slanted line may be a 1', () => {
  expect(
    isSurelyNoDigit(
      drawn([
        [3, 0],
        [3, 5],
        [3, 10],
      ]),
    ),
  ).toBe(false)
  expect(
    isSurelyNoDigit(
      drawn([
        [6, 0],
        [0, 10],
      ]),
    ),
  ).toBe(false)
})

test('a lying line, a bent line and two lines are no 1', () => {
  expect(
    isSurelyNoDigit(
      drawn([
        [0, 1],
        [10, 0],
      ]),
    ),
  ).toBe(true)
  expect(
    isSurelyNoDigit(
      drawn([
        [0, 0],
        [0, 10],
        [10, 10],
      ]),
    ),
  ).toBe(true)
  expect(
    isSurelyNoDigit(
      drawn(
        [
          [0, 0],
          [0, 10],
        ],
        [
          [5, 0],
          [5, 10],
        ],
      ),
    ),
  ).toBe(true)
})

/** Where a drawing comes from is written into its shape, which is all that is left of it among the examples. */
type Line = { label: string; writer?: string; width: number; lookalike?: boolean }

/** Two strokes, which are no 1, so wide that they can be told from others. */
const strokesOf = (width: number) => [
  [
    [0, 0],
    [width, 0],
  ],
  [
    [0, 0],
    [0, 1000],
  ],
]

/** The training set that files of these drawings make, with 30 pictures of MNIST's. */
async function loadFrom(digits: readonly Line[], others: readonly Line[]) {
  const folder = await mkdtemp(join(tmpdir(), 'training-set-'))
  const write = (name: string, bytes: Buffer | string) => writeFile(join(folder, name), gzipSync(bytes))
  const writeLines = (name: string, lines: readonly Line[]) => {
    const told = lines.map(({ width, ...line }) => JSON.stringify({ ...line, strokes: strokesOf(width) }))
    return write(`strokes/${name}.ndjson.gz`, told.map((line) => `${line}\n`).join(''))
  }
  const header = (...numbers: number[]) => Buffer.from(Uint32Array.from(numbers).buffer).swap32()
  try {
    await Promise.all(['mnist', 'strokes'].map((name) => mkdir(join(folder, name))))
    await write(
      'mnist/train-images-idx3-ubyte.gz',
      Buffer.concat([header(0x803, 30, 28, 28), Buffer.alloc(30 * 784)]),
    )
    await write('mnist/train-labels-idx1-ubyte.gz', Buffer.concat([header(0x801, 30), Buffer.alloc(30, 3)]))
    await writeLines('digits-pendigits-train', digits)
    await writeLines('others-unipen-train', others)
    for (const name of ['digits-unipen-train', 'others-omniglot-train', 'others-quickdraw-train'])
      await writeLines(name, [])
    return await loadTrainingSet(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const widthsIn = ({ digits, others }: Examples) =>
  [...digits, ...others].map(({ strokes }) => {
    const xs = strokes.flat().map(({ x }) => x)
    return Math.round((Math.max(...xs) - Math.min(...xs)) * 1000)
  })

test('training set: no writer is on both sides of the split, whatever they drew and in which set', async () => {
  // Each writer has a width of their own, and draws two digits, and a letter and a sign.
  const writers = Array.from({ length: 200 }, (_, index) => ({ writer: `writer ${index}`, width: index + 1 }))
  const digits = writers.flatMap((each) => ['3', '8'].map((label) => ({ ...each, label })))
  const others = writers.flatMap((each) => ['k', '+'].map((label) => ({ ...each, label })))
  const { training, heldOut } = await loadFrom(digits, others)
  const [trained, kept] = [new Set(widthsIn(training)), new Set(widthsIn(heldOut))]
  expect(trained.size + kept.size).toBe(writers.length)
  expect([...kept].filter((width) => trained.has(width))).toEqual([])
  for (const width of kept) expect(widthsIn(heldOut).filter((each) => each === width)).toHaveLength(4)
  expect(kept.size / writers.length).toBeGreaterThan(0.02)
  expect(kept.size / writers.length).toBeLessThan(0.2)
})

test('training set: where no writer is known, what was drawn is held back or trained on as a whole', async () => {
  const labels = Array.from({ length: 100 }, (_, index) => ({ label: `sign ${index}`, width: index + 1 }))
  const { training, heldOut } = await loadFrom([], [...labels, ...labels])
  const trained = new Set(widthsIn(training))
  expect(widthsIn(heldOut).length).toBeGreaterThan(0)
  expect(widthsIn(heldOut).filter((width) => trained.has(width))).toEqual([])
  expect(countExamples(training) + countExamples(heldOut)).toBe(200 + 30)
})

test('training set: digits keep their label, all else is "not a digit", and lookalikes are left out', async () => {
  const { training, heldOut } = await loadFrom(
    [{ label: '8', writer: 'a', width: 100 }],
    [
      { label: 'k', writer: 'b', width: 200 },
      { label: 'o', writer: 'b', width: 300, lookalike: true },
    ],
  )
  const all = [training, heldOut]
  expect(all.flatMap(({ digits }) => digits.map(({ label }) => label))).toEqual([8])
  expect(all.flatMap(({ others }) => others.map(({ label }) => label))).toEqual([notADigit])
  expect(all.flatMap(widthsIn).sort()).toEqual([100, 200])
})

test('training set: the last fifteenth of MNIST is held back', async () => {
  const { training, heldOut } = await loadFrom([], [])
  expect([training.pictures.length, heldOut.pictures.length]).toEqual([28, 2])
})
