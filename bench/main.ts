import { describeMachine, printReport, type Report, saveReports } from './report'

const benches: Record<string, () => Promise<Report[]>> = {
  classroom: async () => (await import('./classroom/bench-classroom')).benchClassroom(),
  relay: async () => (await import('./relay/bench-relay')).benchRelay(),
  pages: async () => (await import('./pages/bench-pages')).benchPages(),
  'sign-in': async () => (await import('./sign-in/bench-sign-in')).benchSignIn(),
  'judge-queue': async () => (await import('./judge-queue/bench-judge-queue')).benchJudgeQueue(),
  codes: async () => (await import('./attack/bench-codes')).benchCodes(),
  flood: async () => (await import('./attack/bench-flood')).benchFlood(),
  bodies: async () => (await import('./attack/bench-bodies')).benchBodies(),
  idle: async () => (await import('./attack/bench-idle')).benchIdle(),
  classify: async () => (await import('./classify/bench-classify')).benchClassify(),
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !Object.hasOwn(benches, name))
if (unknown) {
  console.error(`There is no bench "${unknown}"; there are ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}

const machine = describeMachine()
console.log(machine)
const reports: Report[] = []
for (const [name, run] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const report of await run()) {
    printReport(report)
    reports.push(report)
  }
}
await saveReports('.cache/bench.json', machine, reports)
