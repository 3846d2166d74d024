import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadDrawings } from '#models/samples-format/read-strokes'
import { fetchSets } from './fetch-sets'
import type { Sources } from './sources'

const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')

/** `.Z` with codes of 9 bits only, cleared often: any text can be written so. */
function packZ(text: string): Uint8Array {
  const bits: number[] = []
  const put = (code: number) => {
    for (let bit = 0; bit < 9; bit++) bits.push((code >> bit) & 1)
  }
  for (let start = 0; start < text.length; start += 7) {
    for (const character of text.slice(start, start + 7)) put(character.charCodeAt(0))
    put(256)
    while (bits.length % 72) bits.push(0)
  }
  const bytes = Array.from({ length: Math.ceil(bits.length / 8) }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((byte, bit, place) => byte | (bit << place), 0),
  )
  return Uint8Array.from([0x1f, 0x9d, 0x90, ...bytes])
}

const seven = `.SEGMENT DIGIT 0 ? "7"
.COMMENT 7 3 0
.PEN_DOWN
  10  480
  60  480
.PEN_UP
.DT 100
.PEN_DOWN
  20  400
  50  400
.PEN_UP
`
const penDigits = zipSync({
  'pendigits-orig.names': strToU8('about'),
  'pendigits-orig.tra.Z': packZ(`.COMMENT made by hand\n${seven}`),
  'pendigits-orig.tes.Z': packZ(seven.replace('.COMMENT 7 3 0', '.COMMENT 7 12 0')),
})
const letter = strToU8('START\n5.0,-9.0,0.0\n5.0,-29.0,140.0\nBREAK\n2.0,-19.0,400.0\nBREAK\n')
const omniglot = zipSync({
  'strokes_background/Greek/character01/0394_02.txt': letter,
  'strokes_background/Korean/character07/0540_01.txt': letter,
  'strokes_background/Futurama/character01/0300_01.txt': letter,
})
const doodle = (word: string, recognized: boolean) =>
  `${JSON.stringify({
    word,
    recognized,
    drawing: [
      [
        [1, 2],
        [3, 4],
        [0, 16],
      ],
    ],
  })}\n`
const pictures = gzipSync('pictures of digits')

const pages: Record<string, Uint8Array> = {
  '/pictures.gz': pictures,
  '/pendigits.zip': penDigits,
  '/omniglot.zip': omniglot,
  '/raw/sea%20turtle.ndjson': strToU8(
    `${doodle('sea turtle', false)}${doodle('sea turtle', true)}{"word":"cut o`,
  ),
  '/raw/line.ndjson': strToU8(doodle('line', true).repeat(20)),
}

let folder: string
let server: Server
let asked: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fetch-sets-'))
  asked = []
  server = createServer(({ url = '' }, response) => {
    asked.push(url)
    const page = pages[url]
    if (page) response.end(page)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
})

function home(): Sources {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    mnist: [
      { file: 'pictures.gz', url: `${url}/pictures.gz`, sha256: sha256(strToU8('pictures of digits')) },
    ],
    penDigits: { url: `${url}/pendigits.zip`, sha256: sha256(penDigits) },
    omniglot: { url: `${url}/omniglot.zip`, sha256: sha256(omniglot) },
    quickDraw: { folderUrl: `${url}/raw`, train: ['line'], test: ['sea turtle'], lookalikes: ['line'] },
  }
}

const load = (name: string) => loadDrawings(join(folder, 'strokes', `${name}.ndjson.gz`))

test('every set is fetched and all strokes come out in one format, y pointing down', async () => {
  await fetchSets(folder, home(), () => {})
  const at = (x: number, y: number, t: number | null) => ({ x, y, t })
  expect(await load('digits-pendigits-train')).toEqual([
    {
      label: '7',
      writer: 'pendigits-train-03',
      strokes: [
        [at(10, 20, null), at(60, 20, null)],
        [at(20, 100, null), at(50, 100, null)],
      ],
      isLookalike: false,
      isReviewed: null,
      isControl: false,
    },
  ])
  expect(await load('digits-pendigits-test')).toMatchObject([{ writer: 'pendigits-test-12' }])
  expect(await load('others-omniglot-train')).toEqual([
    {
      label: 'Greek/character01',
      writer: 'omniglot-Greek-02',
      strokes: [[at(5, 9, 0), at(5, 29, 140)], [at(2, 19, 400)]],
      isLookalike: true,
      isReviewed: null,
      isControl: false,
    },
  ])
  expect(await load('others-omniglot-test')).toMatchObject([
    { label: 'Korean/character07', isLookalike: false },
  ])
  expect(await load('others-quickdraw-train')).toHaveLength(12)
  expect(await load('others-quickdraw-test')).toEqual([
    {
      label: 'sea turtle',
      writer: null,
      strokes: [[at(1, 3, 0), at(2, 4, 16)]],
      isLookalike: false,
      isReviewed: null,
      isControl: false,
    },
  ])
})

test('a second run fetches nothing again', async () => {
  await fetchSets(folder, home(), () => {})
  const once = asked.length
  await fetchSets(folder, home(), () => {})
  expect(asked).toHaveLength(once)
})

test('an archive that changed at its home is refused', async () => {
  const changed = { ...home(), omniglot: { ...home().omniglot, sha256: sha256(penDigits) } }
  await expect(fetchSets(folder, changed, () => {})).rejects.toThrow(/omniglot\.zip: its sha256 is not/)
})

test('the progress names what is being fetched', async () => {
  const seen = new Set<string>()
  await fetchSets(folder, home(), (what) => seen.add(what))
  expect([...seen]).toEqual(['pictures.gz', 'pendigits', 'omniglot', 'quickdraw-train', 'quickdraw-test'])
})
