import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { newRoom } from '#game/room'
import { openFileJournal } from './file-journal'

const log = pino({ level: 'silent' })
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'digit-dash-journal-'))
})
afterEach(() => rm(folder, { recursive: true }))

const remembered = (code: string, at: number) => ({ room: newRoom(code, defaultRoomSettings), at })

test('what was saved last is read back whole, and what was forgotten is gone', async () => {
  const journal = await openFileJournal(folder, log)
  for (let at = 1; at <= 20; at++) journal.save(remembered('CDFGH', at))
  journal.save(remembered('JKMNP', 1))
  journal.forget('JKMNP')
  await journal.settled()
  const next = await openFileJournal(folder, log)
  expect(await next.readAll()).toEqual([remembered('CDFGH', 20)])
})

test('a file of another version, or half a file, closes its room and no other', async () => {
  const journal = await openFileJournal(folder, log)
  journal.save(remembered('CDFGH', 1))
  await journal.settled()
  await writeFile(path.join(folder, 'JKMNP.json'), JSON.stringify({ format: 1, room: {} }))
  await writeFile(path.join(folder, 'RTVWX.json'), '{"format":2,"room":{"co')
  expect(await journal.readAll()).toEqual([remembered('CDFGH', 1)])
  expect(await readdir(folder)).toEqual(['CDFGH.json'])
})
