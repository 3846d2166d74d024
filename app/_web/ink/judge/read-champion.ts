import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { championSchema } from '#models/champion-schema'

/** @returns the version of the network that serves; read anew each time, because one can be promoted while the server runs */
export async function readChampion(): Promise<string> {
  const file = path.join(process.cwd(), 'models', 'champion.json')
  return championSchema.parse(JSON.parse(await readFile(file, 'utf8'))).version
}
