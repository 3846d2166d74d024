import { makeZip } from 'client-zip'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipOf } from './zip'

const at = new Date(2026, 10, 29, 13, 37, 41)

async function* entriesOf(contents: Readonly<Record<string, Uint8Array | AsyncIterable<Uint8Array>>>) {
  for (const [name, content] of Object.entries(contents)) yield { name, content }
}

async function* pieces(...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text)
}

async function bytesOf(zip: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of zip) all.push(piece)
  return Buffer.concat(all)
}

test('zip: the bytes are those that another library writes', async () => {
  const names = ['a/1.png', 'a/ünï.jsonl', 'empty']
  const ours = entriesOf({
    ...{ 'a/1.png': Buffer.from('picture'), 'a/ünï.jsonl': pieces('one\n', 'two\n'), empty: pieces() },
  })
  const inputs = [Buffer.from('picture'), Buffer.from('one\ntwo\n'), new Uint8Array()]
  const theirs = makeZip(names.map((name, index) => ({ name, input: inputs[index] ?? '', lastModified: at })))
  expect(await bytesOf(zipOf(ours, at))).toEqual(
    await bytesOf(theirs as unknown as AsyncIterable<Uint8Array>),
  )
})

test('zip: of more files than 16 bits can count all are found', async () => {
  const count = 65_600
  const last = String(count - 1)
  async function* many() {
    for (let index = 0; index < count; index++) yield { name: String(index), content: Buffer.of(index % 256) }
  }
  let found = 0
  const isLast = ({ name }: { name: string }) => ++found > 0 && name === last
  const files = unzipSync(await bytesOf(zipOf(many(), at)), { filter: isLast })
  expect(found).toBe(count)
  expect(files).toEqual({ [last]: Uint8Array.of((count - 1) % 256) })
})
