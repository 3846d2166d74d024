import { readFile, writeFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { rasterise } from '#game/drawing/rasterise'
import { loadPictures, type Pictures } from '#models/samples-format/read-idx'
import { openDatabase } from '#server/store/connect'
import { type KeptSample, readSamples } from '#server/store/samples/read-samples'
import { silentLog } from '#server/testing/database'
import { expect, test } from './fixtures'
import { dataFolder } from './server'

test('samples: hard drawings are stored with consent, and exported as IDX files that match the database', async ({
  guest,
  host: admin,
}, testInfo) => {
  await test.step('a player who consents draws the wrong digit first', async () => {
    await guest.home.makeRoom(guest.name)
    const code = await guest.room.readCode()
    await guest.profile.giveConsent()
    await guest.page.goto(`/room/${code}`)
    await guest.room.chooseRounds(1)
    await guest.room.chooseSeconds(20)
    await guest.room.start()
    await guest.room.writeOther(await guest.room.readPrompt())
    await expect(guest.room.wrongLock).toBeVisible()
    await guest.room.clear.click()
    await guest.room.drawPrompt()
    await expect(guest.room.heading(/ points$/)).toBeVisible()
  })

  await test.step('the admin finds the drawing', async () => {
    await admin.admin.signIn('not the password')
    await expect(admin.page.getByText('That is not the password.')).toBeVisible()
    await admin.admin.signIn()
    await admin.admin.openSamples()
    await expect(admin.admin.samples.filter({ hasText: 'wrong guess' }).first()).toBeVisible()
  })

  await test.step('the exported pictures and labels are those of the database', async () => {
    const files = unzipSync(await readFile(await admin.admin.exportSamples('IDX, as MNIST has it')))
    await expect(admin.page.getByText(/^Done: \d/)).toBeVisible()
    const find = (ending: string) => Object.keys(files).find((name) => name.endsWith(ending)) ?? ''
    const index = Buffer.from(files[find('samples-index.jsonl')] ?? [])
      .toString()
      .trim()
      .split('\n')
    const records: { split: string; record: number }[] = index.map((line) => JSON.parse(line))
    expect(records.length).toBeGreaterThan(0)
    const parts: Record<string, Pictures> = {}
    for (const [split, part] of [
      ['train', 'unreviewed-train'],
      ['gold', 'unreviewed-t10k'],
    ] as const) {
      const pair = ['images-idx3', 'labels-idx1'].map((kind) => `${part}-${kind}-ubyte`)
      const [images = '', labels = ''] = pair.map((name) => testInfo.outputPath(name))
      await writeFile(images, files[find(`/${pair[0]}`)] ?? '')
      await writeFile(labels, files[find(`/${pair[1]}`)] ?? '')
      parts[split] = await loadPictures(images, labels, { highestLabel: 10, acceptsUnreviewed: true })
    }
    // The oldest come first, and other stories go on meanwhile.
    const stored = (await storedSamples()).slice(0, records.length)
    expect(records.map(({ split, record }) => parts[split]?.labels[record])).toEqual(
      stored.map(({ prompt }) => prompt),
    )
    const pixelsOf = ({ split, record }: (typeof records)[number]) =>
      parts[split]?.pixels.subarray(record * 784, (record + 1) * 784) ?? new Uint8Array()
    expect(Buffer.concat(records.map(pixelsOf))).toEqual(Buffer.concat(stored.map(rasterOf)))
  })
})

async function storedSamples(): Promise<KeptSample[]> {
  const database = await openDatabase({ dataFolder }, silentLog)
  try {
    const samples: KeptSample[] = []
    for await (const sample of readSamples(database.prisma)) samples.push(sample)
    return samples
  } finally {
    await database.close()
  }
}

function rasterOf({ ink }: KeptSample): Uint8Array {
  return rasterise(strokesOf(decodeInk(ink))) ?? new Uint8Array()
}
