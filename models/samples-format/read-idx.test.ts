import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPictures } from './read-idx'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'idx-'))
})
afterAll(() => rm(folder, { recursive: true }))

const header = (...numbers: number[]) => {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, index * 4)
  return bytes
}
const images = (count: number) => Buffer.concat([header(0x0803, count, 28, 28), Buffer.alloc(count * 784, 9)])
const labels = (...digits: number[]) => Buffer.concat([header(0x0801, digits.length), Buffer.from(digits)])

async function load(imageBytes: Buffer, labelBytes: Buffer) {
  const paths = [join(folder, 'images'), join(folder, 'labels')] as const
  await writeFile(paths[0], imageBytes)
  await writeFile(paths[1], labelBytes)
  return loadPictures(...paths)
}

test('a pair of IDX files is read, plain or gzip', async () => {
  const plain = await load(images(2), labels(7, 0))
  expect(plain).toEqual({
    count: 2,
    pixels: new Uint8Array(1568).fill(9),
    labels: Uint8Array.of(7, 0),
    unreviewed: 0,
  })
  expect(await load(gzipSync(images(2)), gzipSync(labels(7, 0)))).toEqual(plain)
})

test('swapped files are told apart', async () => {
  await expect(load(labels(1), images(1))).rejects.toThrow(
    `${folder}/images: expected IDX images, found labels`,
  )
})

test('a file of another kind is named with its magic', async () => {
  await expect(load(Buffer.from('PK\x03\x04 no idx at all'), labels(1))).rejects.toThrow('magic 0x504b0304')
})

test('a truncated file says how many whole records it holds', async () => {
  await expect(load(images(3).subarray(0, -100), labels(1, 2, 3))).rejects.toThrow(
    'images: 3 records promised, 2 whole ones found',
  )
})

test.each([
  ['one byte behind the pictures', images(2), labels(7, 0), 1, 0, 'images: 2 records promised'],
  ['a whole picture more than promised', images(2), labels(7, 0), 784, 0, '2 records promised, 3 whole ones'],
  ['one byte behind the labels', images(2), labels(7, 0), 0, 1, '2 records promised, 3 whole ones'],
] as const)('IDX: %s is refused, plain or gzip', async (_, pictures, digits, behind, behindLabels, why) => {
  const [longer, longerLabels] = [
    Buffer.concat([pictures, Buffer.alloc(behind)]),
    Buffer.concat([digits, Buffer.alloc(behindLabels)]),
  ]
  await expect(load(longer, longerLabels)).rejects.toThrow(why)
  await expect(load(gzipSync(longer), gzipSync(longerLabels))).rejects.toThrow(why)
})

test('a cut-off gzip is called cut off', async () => {
  const packed = gzipSync(images(3))
  await expect(load(packed.subarray(0, packed.length - 12), labels(1))).rejects.toThrow('corrupt or cut off')
})

test('counts that differ are refused', async () => {
  await expect(load(images(2), labels(1))).rejects.toThrow('labels: 1 labels for 2 images')
})

test('pictures of another size are refused', async () => {
  const small = Buffer.concat([header(0x0803, 1, 16, 16), Buffer.alloc(256)])
  await expect(load(small, labels(1))).rejects.toThrow('expected records of 28x28, found 16x16')
})

test('a label that is no digit is named by its record', async () => {
  await expect(load(images(2), labels(3, 11))).rejects.toThrow('labels: record 1: 11 is no digit')
})

test('the highest label is one, and the next one is none', async () => {
  expect((await load(images(2), labels(0, 9))).count).toBe(2)
  await expect(load(images(2), labels(0, 10))).rejects.toThrow('labels: record 1: 10 is no digit')
})

test('a missing file is named', async () => {
  await expect(loadPictures(join(folder, 'gone'), join(folder, 'gone'))).rejects.toThrow(
    `${folder}/gone: there is no such file`,
  )
})
