import { readFile, writeFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { rasterise } from '#game/drawing/rasterise'
import { loadPictures } from '#models/samples-format/read-idx'
import { openDatabase } from '#server/store/connect'
import { readSamples, type StoredSample } from '#server/store/samples/list-samples'
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
    const files = unzipSync(await readFile(await admin.admin.exportSamples()))
    const [images, labels] = [testInfo.outputPath('images'), testInfo.outputPath('labels')]
    await writeFile(images, files['samples/samples-images-idx3-ubyte'] ?? '')
    await writeFile(labels, files['samples/samples-labels-idx1-ubyte'] ?? '')
    const exported = await loadPictures(images, labels, { highestLabel: 10 })
    expect(exported.count).toBeGreaterThan(0)
    // The oldest come first, and other stories go on meanwhile.
    const stored = (await storedSamples()).slice(0, exported.count)
    expect(Buffer.from(exported.pixels)).toEqual(Buffer.concat(stored.map(rasterOf)))
    expect([...exported.labels]).toEqual(stored.map(({ prompt }) => prompt))
  })
})

async function storedSamples(): Promise<StoredSample[]> {
  const database = await openDatabase({ dataFolder }, silentLog)
  try {
    const samples: StoredSample[] = []
    for await (const sample of readSamples(database.prisma)) samples.push(sample)
    return samples
  } finally {
    await database.close()
  }
}

function rasterOf({ ink }: StoredSample): Uint8Array {
  return rasterise(strokesOf(decodeInk(ink))) ?? new Uint8Array()
}
