import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { findChampionFolder, modelsFolder } from '#models/model-folder'
import { readChampionFile } from '#models/versions'
import { runPromotion } from '#server/host/run-promotion'

const given = { by: 'admin', why: '--why is a text like any other; $(echo it)' }

test('[F23] promotion by a page: what speaks against a version comes back in the command’s words, and the champion stays', async () => {
  const before = await readChampionFile(modelsFolder)
  expect(await runPromotion('digits-v999999', given)).toEqual({
    isPromoted: false,
    lines: ['there is no folder models/digits-v999999; npm run train makes one'],
  })
  expect(await readChampionFile(modelsFolder)).toEqual(before)
})

test('[F23] promotion by a page: of the champion itself it is said that it is, and nothing is written', async () => {
  const before = await readChampionFile(modelsFolder)
  const version = basename(await findChampionFolder())
  expect(await runPromotion(version, given)).toEqual({
    isPromoted: true,
    lines: [`${version} is the champion already; nothing has changed`],
  })
  expect(await readChampionFile(modelsFolder)).toEqual(before)
})
