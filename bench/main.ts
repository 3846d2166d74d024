import { CommandLineError, readCommandLine } from '#models/command-line'
import { enterTempRoot } from '#server/testing/temp-root'
import { describeMachine, printReport, type Report, saveReports } from './report'

const benches: Record<string, () => Promise<Report[]>> = {
  classroom: async () => (await import('./classroom/bench-classroom')).benchClassroom(),
  boards: async () => (await import('./boards/bench-boards')).benchBoards(),
  growth: async () => (await import('./growth/bench-growth')).benchGrowth(),
  relay: async () => (await import('./relay/bench-relay')).benchRelay(),
  full: async () => (await import('./relay/bench-full')).benchFull(),
  admission: async () => (await import('./relay/bench-admission')).benchAdmission(),
  wire: async () => (await import('./relay/bench-wire')).benchWire(),
  soak: async () => (await import('./resources/bench-soak')).benchSoak(),
  memory: async () => (await import('./resources/bench-memory')).benchMemory(),
  start: async () => (await import('./resources/bench-start')).benchStart(),
  saving: async () => (await import('./saving/bench-saving')).benchSaving(),
  'race-time': async () => (await import('./race-time/bench-race-time')).benchRaceTime(),
  'first-stroke': async () => (await import('./race-time/bench-first-stroke')).benchFirstStroke(),
  pages: async () => (await import('./pages/bench-pages')).benchPages(),
  'sign-in': async () => (await import('./sign-in/bench-sign-in')).benchSignIn(),
  'judge-queue': async () => (await import('./judge-queue/bench-judge-queue')).benchJudgeQueue(),
  codes: async () => (await import('./attack/bench-codes')).benchCodes(),
  flood: async () => (await import('./attack/bench-flood')).benchFlood(),
  bodies: async () => (await import('./attack/bench-bodies')).benchBodies(),
  idle: async () => (await import('./attack/bench-idle')).benchIdle(),
  engines: async () => (await import('./engines/bench-engines')).benchEngines(),
  samples: async () => (await import('./samples/bench-samples')).benchSamples(),
  classify: async () => (await import('./classify/bench-classify')).benchClassify(),
}

/** It takes an hour. */
const byNameAlone = 'soak'

/** @throws CommandLineError for a bench that does not exist */
function readNames(): string[] {
  const usage = `npm run bench -- [NAME...], with the names ${Object.keys(benches).join(', ')}`
  const { positionals } = readCommandLine(usage, { allowPositionals: true })
  const unknown = positionals.find((name) => !Object.hasOwn(benches, name))
  if (unknown) throw new CommandLineError(`There is no bench "${unknown}".\n${usage}`)
  return positionals
}

async function runBenches(names: readonly string[]): Promise<void> {
  const machine = describeMachine()
  console.log(machine)
  const reports: Report[] = []
  for (const [name, run] of Object.entries(benches)) {
    if (names.length > 0 ? !names.includes(name) : name === byNameAlone) continue
    for (const report of await run()) {
      printReport(report)
      reports.push(report)
    }
  }
  await saveReports('.cache/bench.json', machine, reports)
}

enterTempRoot()
try {
  await runBenches(readNames())
} catch (error) {
  console.error(error instanceof CommandLineError ? error.message : error)
  process.exitCode = 1
}
