import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { doOnce, root, runQuietly, StepError } from './step.mjs'

const folder = '.cache/step-test'
const at = (name: string) => path.join(root, folder, name)

beforeEach(async () => {
  work.mockClear()
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  await mkdir(at('source'), { recursive: true })
  await writeFile(at('source/page.ts'), 'first')
})
afterEach(() => rm(at(''), { recursive: true }))

const work = vi.fn(async () => {})
const step = (isDone = () => false) =>
  doOnce({ title: 'Building', reads: [`${folder}/source`], stamp: `${folder}/made/stamp`, work, isDone })

test('step: it is done once, and again when its inputs change, tests not among them', async () => {
  await step()
  await step()
  expect(work).toHaveBeenCalledTimes(1)
  await writeFile(at('source/page.test.ts'), 'a new test')
  await step()
  expect(work).toHaveBeenCalledTimes(1)
  await writeFile(at('source/page.ts'), 'second')
  await step()
  expect(work).toHaveBeenCalledTimes(2)
})

test('step: it is done again when its output was deleted', async () => {
  await step()
  await rm(at('made'), { recursive: true })
  await step()
  expect(work).toHaveBeenCalledTimes(2)
})

test('step: one that failed is retried', async () => {
  work.mockRejectedValueOnce(new StepError('no network'))
  await expect(step()).rejects.toThrow('no network')
  await step()
  expect(work).toHaveBeenCalledTimes(2)
})

test('step: what was done by hand is not done again', async () => {
  await step(() => true)
  await step()
  expect(work).not.toHaveBeenCalled()
})

test('step: a program’s output is shown only when it fails, with its name', async () => {
  const speak = (code: number) => ['--eval', `console.log('noise'); process.exit(${code})`]
  await runQuietly(process.execPath, speak(0))
  expect(process.stdout.write).not.toHaveBeenCalled()
  await expect(runQuietly(process.execPath, speak(3))).rejects.toThrow('ended with code 3')
  expect(String(vi.mocked(process.stdout.write).mock.calls.at(-1)?.[0])).toContain('noise')
})
