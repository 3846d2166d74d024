import type { Prisma } from '#server/store/prisma'
import { readChosen } from '#server/store/samples/read-samples'
import { sampleFilter } from '#server/store/samples/sample-filter'
import { DatasetError } from './dataset-error'
import { type FrozenVersion, saveVersion } from './freeze-dataset'
import { missingMembers } from './missing-members'

/** Who makes versions without what was withdrawn. */
const renewer = 'withdrawal'

/**
 * [F10] Of each dataset whose last version has drawings that were withdrawn, in whatever way, the next version without them and else
 * the same. Asked before anybody sees or exports one, so that no way of withdrawing has to know of datasets.
 * @returns what was made
 */
export async function renewDatasets(prisma: Prisma, contributorKey: string): Promise<FrozenVersion[]> {
  const last = await prisma.dataset.findMany({
    distinct: ['name'],
    orderBy: [{ name: 'asc' }, { version: 'desc' }],
  })
  const made: FrozenVersion[] = []
  for (const { id, name, filter, leftOut } of last) {
    const withdrawn = await missingMembers(prisma, id)
    if (withdrawn.length === 0) continue
    const gone = new Set(withdrawn)
    const members = await prisma.datasetMember.findMany({
      where: { datasetId: id },
      orderBy: { place: 'asc' },
    })
    const left = new Map(
      members.filter(({ sampleId }) => !gone.has(sampleId)).map((member) => [member.sampleId, member]),
    )
    async function* samples() {
      for await (const sample of readChosen(prisma, [...left.keys()])) {
        const { label, verdicts, agreeing } = left.get(sample.id) ?? sample
        yield { ...sample, label, verdicts, agreeing }
      }
    }
    const wanted = { name, filter: sampleFilter.parse(filter), actor: renewer, contributorKey }
    await saveVersion(prisma, wanted, { samples: samples(), leftOut, withdrawn })
      .then((version) => made.push(version))
      // Nothing is left of it: there is no next version.
      .catch((error) => {
        if (!(error instanceof DatasetError)) throw error
      })
  }
  return made
}
