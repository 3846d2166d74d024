/**
 * Stryker has no sampling: a checker lets through the sampled mutants alone, and a reporter says what their share means for all.
 * Not sampled is reported to Stryker as an error of compilation, which counts for nothing.
 */
import { seededSample, wilsonInterval } from './sampling.mjs'

/** @typedef {import('@stryker-mutator/api/core').Mutant} Mutant */
/** @typedef {import('@stryker-mutator/api/core').schema.MutationTestResult} Report */

/** Runs in one process of its own as long as there are at most two workers, so that it may remember what it chose. */
class SampleChecker {
  #chosen = new Set()

  async init() {}

  /** Called once, with all mutants that are not static. @param {Mutant[]} mutants */
  async group(mutants) {
    const ids = mutants.map(({ id }) => id)
    const sample = seededSample(ids, Number(process.env.MUTATION_SAMPLE), Number(process.env.MUTATION_SEED))
    this.#chosen = new Set(sample)
    return [ids]
  }

  /** @param {Mutant[]} mutants */
  async check(mutants) {
    const status = (/** @type {Mutant} */ { id }) =>
      this.#chosen.has(id) ? { status: 'passed' } : { status: 'compileError', reason: 'not sampled' }
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, status(mutant)]))
  }
}

/** Code that no test reaches has survived; timeouts and errors are counted apart, and are in neither side of the score. */
class SampleReporter {
  /** @param {Report} report */
  onMutationTestReportReady({ files }) {
    const mutants = Object.entries(files).flatMap(([file, { source, mutants }]) =>
      mutants.map((mutant) => ({ ...mutant, file, source })),
    )
    const of = (/** @type {string[]} */ ...statuses) =>
      mutants.filter(({ status }) => statuses.includes(status))
    const killed = of('Killed').length
    const waiting = of('Killed').filter(({ statusReason }) => statusReason?.includes('timed out')).length
    const survivors = of('Survived', 'NoCoverage')
    for (const { file, source, location, mutatorName, replacement, status } of survivors) {
      const was = textAt(source, location).replace(/\s+/g, ' ')
      const now = (replacement ?? '').replace(/\s+/g, ' ')
      const { line, column } = location.start
      console.log(`${file}:${line}:${column} ${status} ${mutatorName}: ${cut(was)} -> ${cut(now)}`)
    }
    const tried = killed + survivors.length
    const { low, high } = wilsonInterval(killed, tried)
    const percent = (/** @type {number} */ share) => (share * 100).toFixed(1)
    const all = tried + of('Timeout', 'RuntimeError', 'CompileError').length
    console.log(
      `\n${killed} of ${tried} killed: ${percent(killed / tried)} %, 95 % interval ${percent(low)} to ${percent(high)} %` +
        ` (${waiting} of them by a test that waited too long; apart: ${of('Timeout').length} timeouts, ${of('RuntimeError').length} errors;` +
        ` without coverage: ${of('NoCoverage').length}; drawn from ${all} mutants, seed ${process.env.MUTATION_SEED})`,
    )
  }
}

/** A type is gone when the code runs, but Stryker would mutate a `true` in it (after `satisfies`) and fail. */
class TypeIgnorer {
  /** @param {{ isTSType?: () => boolean }} node */
  shouldIgnore(node) {
    return node.isTSType?.() ? 'a type' : undefined
  }
}

/** @param {string} source @param {{ start: { line: number, column: number }, end: { line: number, column: number } }} location */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  lines.push(lines.pop()?.slice(0, end.column - 1) ?? '')
  return [lines[0]?.slice(start.column - 1), ...lines.slice(1)].join('\n')
}

const cut = (/** @type {string} */ text) => (text.length > 90 ? `${text.slice(0, 90)}...` : text)

export const strykerPlugins = [
  { kind: 'Checker', name: 'sample', injectableClass: SampleChecker },
  { kind: 'Ignore', name: 'types', injectableClass: TypeIgnorer },
  { kind: 'Reporter', name: 'sample', injectableClass: SampleReporter },
]
