import type { Prisma } from '#server/store/prisma'
import { isWanted } from '#server/store/samples/sample-filter'

/** [F10] The samples of a version that are gone, or no longer lent. */
export async function missingMembers(
  prisma: Pick<Prisma, '$queryRaw'>,
  datasetId: string,
): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ sampleId: string }[]>`
    select "sampleId" from "DatasetMember" member
    where "datasetId" = ${datasetId}::uuid and not exists (
      select from "Sample" sample join "Player" contributor on contributor.id = sample."contributorId"
      where sample.id = member."sampleId" and ${isWanted({})})
    order by place`
  return rows.map(({ sampleId }) => sampleId)
}
