import { expect, test } from 'vitest'
import { memorySettings } from './memory-settings'

const gigabyte = 1024 ** 3
const settingsOf = (gigabytes: number) =>
  Object.fromEntries(memorySettings(gigabytes * gigabyte).map((setting) => setting.split('=')))

test('memory settings: Postgres has an eighth of a machine, and leaves small ones enough for the game', () => {
  expect(settingsOf(4)).toMatchObject({
    shared_buffers: '512MB',
    effective_cache_size: '2048MB',
    work_mem: '4MB',
  })
  expect(settingsOf(0.25)).toMatchObject({ shared_buffers: '64MB', work_mem: '4MB' })
})

test('memory settings: on large machines they end growing', () => {
  expect(settingsOf(256)).toMatchObject({
    shared_buffers: '1024MB',
    work_mem: '16MB',
    random_page_cost: '1.1',
  })
})
