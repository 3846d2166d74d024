import { benchFlood } from './attack/bench-flood'
import { printReport } from './report'
for (const r of await benchFlood(process.argv.slice(2) as never)) printReport(r)
