import { build } from 'esbuild'
import { loadJudge } from '#models/judge'
import { findChampionFolder, readModelFolder } from '#models/model-folder'
import { registerWasmBackend } from '#models/wasm-in-node'
import { answerBits, batchSizes } from './bits/answer-bits'
import { expect, test } from './fixtures'

test('the judge answers with the same bits here and in the browser, in batches of any size', async ({
  host,
}) => {
  registerWasmBackend()
  const judge = await loadJudge(await readModelFolder(await findChampionFolder()), 'wasm')
  const alone = answerBits(judge, 1)
  const { outputFiles } = await build({
    entryPoints: ['e2e/bits/in-browser.ts'],
    bundle: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  await host.home.open()
  await host.page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  for (const batchSize of batchSizes) {
    expect(answerBits(judge, batchSize), `Node, batches of ${batchSize}`).toBe(alone)
    const inBrowser = await host.page.evaluate(([version, size]) => globalThis.askJudge(version, size), [
      judge.version,
      batchSize,
    ] as const)
    expect(inBrowser, `Chromium, batches of ${batchSize}`).toBe(alone)
  }
})
