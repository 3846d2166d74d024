import { SingleBar } from 'cli-progress'
import { checkFolder } from './fetch/check-folder'
import { DownloadError } from './fetch/download'
import { fetchSets } from './fetch/fetch-sets'
import { sources } from './fetch/sources'

const ownFolder = '.cache/data'

/**
 * Gets the data for training and testing: fetches each public set from its home, or takes the folder that DATA_DIR names.
 * Either way every file is read to its end, and said to be right, wrong or missing.
 */
async function getData(givenFolder: string | undefined): Promise<void> {
  if (!givenFolder) await fetchWithBar(ownFolder)
  const folder = givenFolder ?? ownFolder
  const findings = await checkFolder(folder)
  console.log(`${folder}:`)
  for (const { file, state, detail } of findings) console.log(`  ${state.padEnd(7)}  ${file}: ${detail}`)
  if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1
}

async function fetchWithBar(folder: string): Promise<void> {
  const bar = new SingleBar({
    format: '{bar} {percentage} % | {what} | {eta_formatted} left',
    noTTYOutput: true,
    notTTYSchedule: 10_000,
  })
  bar.start(1, 0, { what: 'connecting' })
  try {
    await fetchSets(folder, sources, (what, done, total) => {
      bar.setTotal(total ?? done)
      bar.update(done, { what })
    })
  } finally {
    bar.stop()
  }
}

await getData(process.env.DATA_DIR).catch((error: unknown) => {
  const isExpected = error instanceof DownloadError || error instanceof RangeError
  console.error(isExpected ? error.message : error)
  console.error('Nothing that arrived is lost: the next run goes on from here.')
  process.exitCode = 1
})
