import path from 'node:path'
import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { readRegistry } from '#models/registry/registry'
import { ModelsScreen } from '../_web/home/models/models-screen'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('models')
  return { title: t('title'), description: t('intro') }
}

export default async function ModelsPage() {
  // Not while building: versions come while the server runs.
  await connection()
  return <ModelsScreen models={await readRegistry(path.resolve('models'))} />
}
