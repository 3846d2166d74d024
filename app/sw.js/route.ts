import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readChampion } from '../_web/ink/judge/read-champion'

/** The service worker of this build, which also knows the network that serves: a change of either makes it another one. */
export async function GET(): Promise<Response> {
  const [worker, build, version] = await Promise.all([
    readFile(path.join(process.cwd(), 'app', '_web', 'home', 'offline', 'worker.js'), 'utf8'),
    readFile(path.join(process.cwd(), '.next', 'BUILD_ID'), 'utf8'),
    readChampion(),
  ])
  const release = {
    name: `${build.trim()} ${version}`,
    files: [`/judge/${version}/model.json`, `/judge/${version}/weights.bin`],
  }
  return new Response(`self.release = ${JSON.stringify(release)}\n${worker}`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  })
}

export const dynamic = 'force-dynamic'
