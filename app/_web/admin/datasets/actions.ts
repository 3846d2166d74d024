'use server'

import { revalidatePath } from 'next/cache'
import { datasetName } from '#models/samples-format/schema'
import { readConfig } from '#server/config'
import { contributorKey } from '#server/host/secrets'
import { DatasetError } from '#server/store/datasets/dataset-error'
import { freezeDataset } from '#server/store/datasets/freeze-dataset'
import { actionPrisma } from '#server/store/page-store'
import { parseFilter } from '../samples/query'
import { requireActor } from '../session'

/** What became of a wish for a new version. */
export type Freezing =
  | { readonly is: 'frozen'; readonly name: string; readonly version: number; readonly count: number }
  | { readonly is: 'bad-name' | 'empty' }

/** Freezes the reviewed samples of a filter as the next version of a dataset. */
export async function freeze(_before: Freezing | null, form: FormData): Promise<Freezing> {
  const actor = await requireActor()
  const name = datasetName.safeParse(form.get('name'))
  if (!name.success) return { is: 'bad-name' }
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  const filter = parseFilter(Object.fromEntries(fields))
  try {
    const wanted = { name: name.data, filter, actor }
    const made = await freezeDataset(actionPrisma(), {
      ...wanted,
      contributorKey: await contributorKey(readConfig()),
    })
    revalidatePath('/admin/datasets')
    return { is: 'frozen', ...made }
  } catch (error) {
    if (error instanceof DatasetError) return { is: 'empty' }
    throw error
  }
}
