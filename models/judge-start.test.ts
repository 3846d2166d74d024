import { expect, test } from 'vitest'
import { loadJudge } from './judge'
import { findChampionFolder, readModelFolder } from './model-folder'
import { createOnBackend } from './network/tfjs-network'
import { registerWasmBackend } from './wasm-in-node'

test('judge: two networks that are loaded at once, before the engine has started, are both ready', async () => {
  registerWasmBackend()
  const files = await readModelFolder(await findChampionFolder())
  const judges = await Promise.all([1, 2].map(() => loadJudge(files, createOnBackend('wasm'))))
  expect(judges.map(({ version }) => version)).toHaveLength(2)
  for (const judge of judges) judge.dispose()
})
