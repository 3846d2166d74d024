import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk, encodeInk } from '#game/drawing/ink-codec'
import { rasterise } from '#game/drawing/rasterise'
import { consentVersion } from '#game/protocol/consent'
import { exportFormats } from '#models/samples-format/formats'
import { loadPictures } from '#models/samples-format/read-idx'
import { loadDrawings } from '#models/samples-format/read-strokes'
import { loadSamples } from '#models/training/samples'
import { contributorKey } from '#server/host/secrets'
import { listSamples } from '#server/store/samples/list-samples'
import { type KeptSample, readSamples } from '#server/store/samples/read-samples'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import { saveReview, takeBackReview } from '#server/store/samples/save-review'
import { writeExport } from '#server/store/samples/write-export'
import { lenders } from '#server/testing/lenders'
import { drawingBy, guessFor, playerNamed } from '#server/testing/records'

const { store, players, play } = lenders('Ada', 'Grace')
const [ada, grace] = players
const scopeOf = (filter: SampleFilter, onlyReviewed = false) => ({ filter, onlyReviewed })
const everything = { formats: ['idx', 'ndjson'], scope: scopeOf({}), contributorKey: 'k1' } as const
const reviewed = { ...everything, scope: scopeOf({}, true) }

let parent: string
let folder: string

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'export-'))
  folder = path.join(parent, 'samples')
})
afterEach(() => rm(parent, { recursive: true }))

/** A missed drawing, told apart from its neighbours by where it bends. */
function missed(canvas: number, prompt: number, bend: number) {
  const points = [
    { x: 300, y: 200, t: 10 },
    { x: 300 + bend, y: 500, t: 26 },
    { x: 300, y: 800, t: 42 },
  ]
  const ink = encodeInk([{ kind: 'draw', atMs: 50, points }])
  const player = canvas % 2 ? ada : grace
  return drawingBy([player], { canvas, prompt, ink, lock: null, guesses: [guessFor(7, 600, 1)] })
}

const save = (...drawings: ReturnType<typeof missed>[]) => play(drawings)

async function storedSamples(): Promise<KeptSample[]> {
  const found: KeptSample[] = []
  for await (const sample of readSamples(store.prisma)) found.push(sample)
  return found
}

const rasterOf = ({ ink }: KeptSample) => rasterise(strokesOf(decodeInk(ink)))

describe('export: an export agrees with the database', () => {
  test('in IDX, read back by the reader that reads MNIST: each picture and each label, in the part of its contributor', async () => {
    await save(missed(0, 1, 0), missed(1, 4, 200), missed(2, 9, 400))
    await writeExport(store.prisma, folder, everything)
    const stored = await storedSamples()
    const lines = (await readFile(path.join(folder, 'samples-index.jsonl'), 'utf8')).trim().split('\n')
    const index: { id: string; split: string; record: number }[] = lines.map((line) => JSON.parse(line))
    expect(index.map(({ id }) => id)).toEqual(stored.map(({ id }) => id))
    for (const [split, part] of [
      ['train', 'unreviewed-train'],
      ['gold', 'unreviewed-t10k'],
    ] as const) {
      const [images, labels] = ['images-idx3', 'labels-idx1'].map((kind) =>
        path.join(folder, `${part}-${kind}-ubyte`),
      )
      const read = await loadPictures(images ?? '', labels ?? '', { acceptsUnreviewed: true })
      const those = stored.filter((_, place) => index[place]?.split === split)
      expect([...read.labels]).toEqual(those.map(({ prompt }) => prompt))
      expect(Buffer.from(read.pixels)).toEqual(
        Buffer.concat(those.map((sample) => rasterOf(sample) ?? new Uint8Array())),
      )
    }
  })

  test('in NDJSON, read back by the reader of the public sets: strokes and times, no player', async () => {
    await save(missed(0, 1, 0), missed(1, 4, 200), missed(3, 9, 400))
    await writeExport(store.prisma, folder, everything)
    const drawings = await loadDrawings(path.join(folder, 'samples.ndjson'), { acceptsUnreviewed: true })
    const stored = await storedSamples()
    expect(drawings.map(({ label, strokes }) => ({ label, strokes }))).toEqual(
      stored.map(({ prompt, ink }) => ({ label: `${prompt}`, strokes: strokesOf(decodeInk(ink)) })),
    )
    expect(new Set(drawings.map(({ writer }) => writer)).size).toBe(2)
    expect(await readFile(path.join(folder, 'samples.ndjson'), 'utf8')).not.toContain(ada.id)
  })

  test('in its manifest, which the trainer checks before it believes the files', async () => {
    await save(missed(0, 1, 0), missed(1, 4, 200))
    const manifest = await writeExport(store.prisma, folder, everything)
    expect(manifest).toMatchObject({
      count: 2,
      unreviewed: 2,
      contributors: 2,
      consentVersions: [consentVersion],
    })
    expect(manifest.labels).toEqual([0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0])
    expect((await loadSamples(folder, { acceptsUnreviewed: true })).count).toBe(2)
  })
})

describe('export: contributors', () => {
  /** Their names by sample, and all that the export says. */
  async function exported(contributorKey: string, name: string) {
    const folder = path.join(parent, name)
    await writeExport(store.prisma, folder, { ...everything, contributorKey })
    const files = await readdir(folder)
    const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'latin1')))
    const lines = (await readFile(path.join(folder, 'samples.ndjson'), 'utf8')).trim().split('\n')
    const samples: { id: string; writer: string }[] = lines.map((line) => JSON.parse(line))
    return { writers: new Map(samples.map(({ id, writer }) => [id, writer])), all: texts.join() }
  }

  test('keep their name from one export to the next, so that splits by contributor stay the same', async () => {
    await save(missed(0, 1, 0), missed(1, 4, 200), missed(2, 9, 400))
    const first = await exported('of this server', 'first')
    await save(missed(1, 2, 100))
    const second = await exported('of this server', 'second')
    expect(second.writers.size).toBe(4)
    expect([...second.writers]).toEqual(expect.arrayContaining([...first.writers]))
    expect(new Set(second.writers.values()).size).toBe(2)
  })

  test('are found by nobody who knows the public ids: neither they, nor their plain hashes, nor the key are told', async () => {
    await save(missed(0, 1, 0), missed(1, 4, 200))
    const { writers, all } = await exported('of this server', 'first')
    expect(all).not.toContain('of this server')
    for (const { id } of [ada, grace]) {
      const hash = createHash('sha256').update(id).digest('hex')
      expect(all).not.toContain(id)
      expect(all).not.toContain(hash.slice(0, 8))
    }
    expect((await exported('of another', 'second')).writers).not.toEqual(writers)
  })

  test('are named by a key that stays with the data', async () => {
    const keys = [await contributorKey({ dataFolder: parent }), await contributorKey({ dataFolder: parent })]
    expect(keys[0]).toBe(keys[1])
    expect(keys[0]).not.toBe(await contributorKey({ dataFolder: path.join(parent, 'elsewhere') }))
  })
})

describe('export: labels', () => {
  test('what people agreed on goes before the prompt, "not a digit" included', async () => {
    await save(missed(0, 1, 0), missed(1, 4, 200), missed(2, 9, 400))
    const [first, second] = await storedSamples()
    await saveReview(store.prisma, { sampleId: first?.id ?? '', reviewer: 'admin', verdict: 7 })
    await saveReview(store.prisma, { sampleId: second?.id ?? '', reviewer: 'admin', verdict: 10 })
    const manifest = await writeExport(store.prisma, folder, everything)
    expect(manifest.unreviewed).toBe(1)
    const written = (
      await loadDrawings(path.join(folder, 'samples.ndjson'), { acceptsUnreviewed: true })
    ).map(({ label }) => label)
    expect(written.slice(0, 2)).toEqual(['7', 'not a digit'])
  })

  test('[C11] only what people agreed on is exported, and all else on request, with a mark on each record', async () => {
    await save(missed(0, 1, 0), missed(1, 4, 200))
    const { samples } = await listSamples(store.prisma, { prompt: 4 })
    await saveReview(store.prisma, { sampleId: samples[0]?.id ?? '', reviewer: 'admin', verdict: 4 })
    expect(await writeExport(store.prisma, folder, reviewed)).toMatchObject({
      count: 1,
      unreviewed: 0,
      filter: { onlyReviewed: true },
    })
    expect((await loadSamples(folder)).count).toBe(1)

    const whole = path.join(parent, 'whole')
    expect(await writeExport(store.prisma, whole, everything)).toMatchObject({ count: 2, unreviewed: 1 })
    const index = (await readFile(path.join(whole, 'samples-index.jsonl'), 'utf8')).trim().split('\n')
    const marks = index.map((line) => JSON.parse(line).reviewed)
    const lines = (await readFile(path.join(whole, 'samples.ndjson'), 'utf8')).trim().split('\n')
    expect(marks.toSorted()).toEqual([false, true])
    expect(lines.map((line) => JSON.parse(line).reviewed)).toEqual(marks)
    await expect(loadSamples(whole)).rejects.toThrow('1 of 2 labels are not reviewed')
  })

  test('[C11] a filter of what is not reviewed exports nothing, unless that is wanted', async () => {
    await save(missed(0, 1, 0), missed(1, 4, 200))
    const filter = { isReviewed: false }
    const none = await writeExport(store.prisma, folder, { ...everything, scope: scopeOf(filter, true) })
    expect(none.count).toBe(0)
    const all = await writeExport(store.prisma, path.join(parent, 'all'), {
      ...everything,
      scope: scopeOf(filter),
    })
    expect(all.count).toBe(2)
  })

  test('[C11] a sample on which reviewers disagree is not reviewed, and is so again when a verdict is taken back', async () => {
    await save(missed(0, 1, 0))
    const sampleId = (await storedSamples())[0]?.id ?? ''
    const count = async (name: string) =>
      (await writeExport(store.prisma, path.join(parent, name), reviewed)).count
    const [one, other] = [playerNamed('One').id, playerNamed('Other').id]
    await saveReview(store.prisma, { sampleId, reviewer: one, verdict: 7 })
    await saveReview(store.prisma, { sampleId, reviewer: other, verdict: 1 })
    expect(await count('disputed')).toBe(0)
    const agreed = await saveReview(store.prisma, { sampleId, reviewer: other, verdict: 7 })
    expect(await count('agreed')).toBe(1)
    await takeBackReview(store.prisma, agreed.is === 'saved' ? agreed.id : '', other)
    expect(await count('taken back')).toBe(0)
  })
})

describe('[C14] export: caps', () => {
  test('of one contributor twenty of a digit are in it, the same in all formats, and it says how many are not', async () => {
    await save(...Array.from({ length: 25 }, (_, index) => missed(2 * index, 1, index)), missed(1, 4, 200))
    const manifest = await writeExport(store.prisma, folder, everything)
    expect(manifest).toMatchObject({ count: 21, leftOut: 5, contributors: 2 })
    const lines = (await readFile(path.join(folder, 'samples.ndjson'), 'utf8')).trim().split('\n')
    expect(lines).toHaveLength(21)
    const index = (await readFile(path.join(folder, 'samples-index.jsonl'), 'utf8')).trim().split('\n')
    expect(index.map((line) => JSON.parse(line).id)).toEqual(lines.map((line) => JSON.parse(line).id))
  })

  test('[C4] an export of one contributor’s samples does not say whose', async () => {
    await save(missed(0, 1, 0), missed(1, 4, 200))
    const manifest = await writeExport(store.prisma, folder, {
      ...everything,
      scope: scopeOf({ contributor: ada.id }),
    })
    expect(manifest.count).toBe(1)
    expect(JSON.stringify(manifest)).not.toContain(ada.id)
  })
})

test('[F11] export: what players and rooms are called is in no file of any format', async () => {
  const nasty = '=HYPERLINK("../x")<img src=x onerror=alert(1)>'
  await store.prisma.player.updateMany({ data: { name: nasty } })
  await save(missed(0, 1, 0), missed(1, 4, 200))
  await store.prisma.drawer.updateMany({ data: { name: nasty } })
  await writeExport(store.prisma, folder, { ...everything, formats: exportFormats })
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  const texts = await Promise.all(files.map((file) => readFile(file, 'latin1')))
  expect(texts.length).toBeGreaterThan(12)
  for (const text of texts) expect(text).not.toMatch(/HYPERLINK|onerror|ACDEF/)
  for (const file of files) expect(path.relative(folder, file)).toMatch(/^([\w-]+\/)?[\w-][\w.-]*$/)
})
