import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Begins with the tests beside the stories: they play whole games against real servers, a minute and more, and would otherwise be
 * waited for alone at the end. How long tests took the last time, a fresh clone does not know.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => moduleId.includes('/e2e/')
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
