import { build } from 'esbuild'
import { loadJudge } from '#models/judge'
import { findChampionFolder, readModelFolder } from '#models/model-folder'
import { answerBits, batchSizes } from './bits/answer-bits'
import { expect, test } from './fixtures'

test('judge: it answers with the same bits in Node and in the browser, in batches of any size', async ({
  host,
}) => {
  const judge = await loadJudge(await readModelFolder(await findChampionFolder()))
  const here = batchSizes.map((batchSize) => answerBits(judge, batchSize))
  const { outputFiles } = await build({
    entryPoints: ['e2e/bits/in-browser.ts'],
    bundle: true,
    write: false,
    define: { askedVersion: JSON.stringify(judge.version) },
  })
  await host.home.open()
  // The policy of pages lets no script run that is not a file of their own origin.
  await host.page.route('/answer-bits.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: outputFiles[0]?.text ?? '' }),
  )
  await host.page.addScriptTag({ url: '/answer-bits.js' })
  const there = await host.page.evaluate(() => globalThis.answers)
  const [alone] = here
  expect([...here, ...there]).toEqual(batchSizes.flatMap(() => [alone, alone]))
})
