import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { consentVersion } from '#game/protocol/consent'
import type { RecordedPlayer } from '#game/records/record'
import { type ExportFormat, exportFormats } from '#models/samples-format/formats'
import { datasetName } from '#models/samples-format/schema'
import { splitOf } from '#models/samples-format/split'
import { erasePlayer } from '#server/store/players/erase-player'
import { saveConsent } from '#server/store/players/save-consent'
import { contributorCaps } from '#server/store/samples/cap-contributors'
import { deleteOwnSample } from '#server/store/samples/delete-samples'
import { excludeContributor } from '#server/store/samples/exclude-contributor'
import { writersOf } from '#server/store/samples/labelled-sample'
import { listSamples } from '#server/store/samples/list-samples'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import { saveReview } from '#server/store/samples/save-review'
import { writeExport } from '#server/store/samples/write-export'
import { giveConsent, lenders } from '#server/testing/lenders'
import { drawingBy, guessFor, playerNamed } from '#server/testing/records'
import { freezeDataset } from './freeze-dataset'
import { listDatasets } from './list-datasets'
import { renewDatasets } from './renew-datasets'

const { store, players, play } = lenders('Ada', 'Grace')
const [ada, grace] = players
const contributorKey = 'k1'

let parent: string
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'datasets-'))
  await mkdir(path.join(parent, 'models'))
})
afterEach(() => rm(parent, { recursive: true }))

/** A missed drawing, told apart from its neighbours by where it bends. */
function missed(player: RecordedPlayer, canvas: number, prompt = 1) {
  const points = [0, 1, 2].map((step) => ({
    x: 300 + step * canvas * 3,
    y: 200 + step * 300,
    t: 10 + step * 16,
  }))
  const ink = encodeInk([{ kind: 'draw', atMs: 50, points }])
  return drawingBy([player], { canvas, prompt, ink, lock: null, guesses: [guessFor(7, 600, 1)] })
}

/** Drawings that people agree are what was asked for. */
async function reviewed(...drawings: ReturnType<typeof missed>[]): Promise<void> {
  await play(drawings)
  const samples = await store.prisma.sample.findMany({ where: { label: null } })
  await store.prisma.review.createMany({
    data: samples.map(({ id, prompt }) => ({ sampleId: id, reviewer: 'admin', verdict: prompt })),
  })
  await store.prisma.$executeRaw`update "Sample" set label = prompt where label is null`
}

const freeze = (name = 'spring', filter: SampleFilter = {}) =>
  freezeDataset(store.prisma, { name, filter, actor: 'admin', contributorKey })
const list = () => listDatasets(store.prisma, path.join(parent, 'models'))
const renew = () => renewDatasets(store.prisma, contributorKey)

/** All files of an export of it, by name. */
async function exported(
  dataset: string,
  version?: number,
  { key = contributorKey, formats = ['ndjson'] }: { key?: string; formats?: readonly ExportFormat[] } = {},
): Promise<Map<string, Buffer>> {
  const folder = path.join(parent, randomUUID())
  await writeExport(store.prisma, folder, {
    formats,
    scope: { dataset, version },
    contributorKey: key,
  })
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort()
  return new Map(
    await Promise.all(
      files.map(async (file) => [path.relative(folder, file), await readFile(file)] as const),
    ),
  )
}

const idsIn = (files: Map<string, Buffer>) =>
  (files.get('samples.ndjson') ?? '')
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id as string)

describe('[F10] dataset: a version', () => {
  test('holds the reviewed samples of its filter with counts, balance, hash, and a split by contributor', async () => {
    const people = Array.from({ length: 12 }, (_, index) => playerNamed(`Player ${index}`))
    await giveConsent(store.prisma, ...people)
    await reviewed(
      ...people.flatMap((player, index) => [missed(player, 2 * index), missed(player, 2 * index + 1, 4)]),
    )
    await play([missed(ada, 90)])
    await freeze()
    await freeze('fours', { prompt: 4 })
    const writerOf = writersOf(contributorKey)
    const gold = 2 * people.filter(({ id }) => splitOf(writerOf(id)) === 'gold').length
    const [fours, spring] = await list()
    expect(spring).toMatchObject({
      ...{ name: 'spring', version: 1, count: 24, contributors: 12, gold, withdrawn: 0, isLast: true },
      labels: [0, 12, 0, 0, 12, 0, 0, 0, 0, 0, 0],
    })
    expect(fours).toMatchObject({ name: 'fours', count: 12, filter: { prompt: 4 } })
    const files = await exported('spring')
    const { dataset, splits, count } = JSON.parse(files.get('manifest.json')?.toString() ?? '')
    expect(dataset).toEqual({ name: 'spring', version: 1, sha256: spring?.sha256 })
    expect([count, splits]).toEqual([24, { train: 24 - gold, gold }])
    const card = files.get('README.md')?.toString() ?? ''
    for (const said of ['# spring, version 1', spring?.sha256 ?? '', '| 4 | 12 | 50.0 % |'])
      expect(card).toContain(said)
  })

  test('is rebuilt byte for byte in every format, whatever is drawn, reviewed and relabelled later', async () => {
    await reviewed(missed(ada, 0), missed(grace, 1, 4), missed(ada, 2, 9))
    await freeze()
    const whole = () => exported('spring', 1, { formats: exportFormats })
    const before = await whole()
    const [first, second] = idsIn(before)
    await saveReview(store.prisma, { sampleId: first ?? '', reviewer: 'admin', verdict: 8 })
    await saveReview(store.prisma, { sampleId: second ?? '', reviewer: playerNamed('Other').id, verdict: 4 })
    await reviewed(missed(grace, 5, 2))
    await freeze()
    expect(await whole()).toEqual(before)
    expect(idsIn(await exported('spring'))).toHaveLength(4)
  })

  test('[C14] has of one contributor no more than an export has', async () => {
    await reviewed(...Array.from({ length: 25 }, (_, canvas) => missed(ada, canvas)), missed(grace, 30, 4))
    await freeze()
    expect(await list()).toMatchObject([{ count: contributorCaps.perDigit + 1, leftOut: 5 }])
  })

  test('is not made of nothing, nor of what nobody has reviewed', async () => {
    await play([missed(ada, 0)])
    await expect(freeze()).rejects.toThrow('nothing to freeze')
    expect(await list()).toEqual([])
  })

  test('two that are frozen at once get numbers of their own', async () => {
    await reviewed(missed(ada, 0))
    const made = await Promise.all([freeze(), freeze(), freeze()])
    expect(made.map(({ version }) => version).sort()).toEqual([1, 2, 3])
  })

  test('under another key for contributors is refused: nobody would know who is who', async () => {
    await reviewed(missed(ada, 0))
    await freeze()
    await expect(exported('spring', 1, { key: 'k2' })).rejects.toThrow('the key that names contributors')
  })

  test('that nobody has made is refused by its name', async () => {
    await expect(exported('spring', 3)).rejects.toThrow('There is no dataset spring@3.')
  })
})

const withdrawals: Record<string, (sampleId: string) => Promise<unknown>> = {
  'one drawing is taken back': (id) => deleteOwnSample(store.prisma, { id, contributorId: ada.id }),
  'its player says no': () =>
    saveConsent(store.prisma, ada, { hasConsented: false, version: consentVersion, at: new Date() }),
  'its player is excluded': () => excludeContributor(store.prisma, { playerId: ada.id, actor: 'admin' }),
  'its player is erased': () => erasePlayer(store.prisma, ada.id),
}

describe.each(Object.entries(withdrawals))('[F10] dataset: when %s', (_, withdraw) => {
  test('a new version is without it, names the models it trained, and the old one is no longer exported', async () => {
    await reviewed(missed(ada, 0), missed(grace, 1, 4), missed(grace, 2, 9))
    await freeze()
    const [taken] = (await listSamples(store.prisma, { contributor: ada.id })).samples
    for (const [model, ids] of [
      ['digits-v9', [taken?.id]],
      ['digits-v10', [taken?.id, randomUUID()]],
      ['digits-v11', [randomUUID()]],
    ] as const) {
      await mkdir(path.join(parent, 'models', model))
      await writeFile(path.join(parent, 'models', model, 'samples.json'), JSON.stringify(ids))
    }
    const before = idsIn(await exported('spring'))
    await withdraw(taken?.id ?? '')
    await expect(exported('spring', 1)).rejects.toThrow('1 drawing was withdrawn from dataset spring@1')
    expect(await renew()).toEqual([{ name: 'spring', version: 2, count: 2 }])
    expect(await renew()).toEqual([])
    expect(idsIn(await exported('spring'))).toEqual(before.filter((id) => id !== taken?.id))
    expect(await list()).toMatchObject([
      { version: 2, count: 2, withdrawn: 1, touched: ['digits-v9', 'digits-v10'], isLast: true },
      { version: 1, count: 3, withdrawn: 0, touched: [], isLast: false },
    ])
  })
})

test('[F10] dataset: of which all is withdrawn there is no next version, and no error', async () => {
  await reviewed(missed(grace, 0))
  await freeze()
  await excludeContributor(store.prisma, { playerId: grace.id, actor: 'admin' })
  expect(await renew()).toEqual([])
  expect(await list()).toHaveLength(1)
})

test.each([
  '../../etc',
  '=cmd()',
  '<b>x</b>',
  'Spring',
  'a b',
  '',
  '-a',
  'a--b',
  'a'.repeat(41),
  'a/b',
  'a\nb',
  'ä',
])('[F10] dataset: %j is no name, so no file, address or card holds it', (name) => {
  expect(datasetName.safeParse(name).success).toBe(false)
})
