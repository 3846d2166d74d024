import { expect, test } from 'vitest'
import { modelsFolder } from '#models/model-folder'
import { readChampionFile } from '#models/versions'
import messages from '../../kit/i18n/messages/en/models.json'
import { shippedVersion } from './shipped'

test('model history: why a version that comes with the game was chosen is said in every language, in the words of its file', async () => {
  const history = (await readChampionFile(modelsFolder))?.history ?? []
  const ours = history.filter(({ by }) => by.startsWith('Digit Dash '))
  expect(ours.length).toBeGreaterThan(0)
  for (const promotion of ours) {
    const version = shippedVersion(promotion)
    expect(version && messages.history.shipped[version], promotion.version).toBe(promotion.why)
  }
})

test('model history: what somebody on a server wrote of the same version stays theirs', () => {
  const record = { from: null, at: 0, why: 'it is ours', objections: [], isRollBack: true }
  expect(shippedVersion({ ...record, version: 'digits-v1', by: 'Ada' })).toBeNull()
  expect(shippedVersion({ ...record, version: 'digits-v9', by: 'Digit Dash 0.9.0' })).toBeNull()
})
