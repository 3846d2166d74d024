import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { npmCi } from '../../setup/prepare.mjs'
import { doOnce, root } from '../../setup/step.mjs'

const packages = 'server/testing/mutation/packages'
/** Below the root, so that Stryker finds our Vitest above its own packages; not below `server`, which it copies. */
const folder = '.cache/mutation'

/** Stryker's program. */
export const stryker = `${folder}/node_modules/@stryker-mutator/core/bin/stryker.js`

/** A tenth of all packages would be Stryker's, which `npm run mutate` alone needs. */
export function installStryker() {
  return doOnce({
    title: 'Installing Stryker',
    reads: [packages],
    stamp: `${folder}/node_modules/.stamp`,
    work: () => {
      mkdirSync(path.join(root, folder), { recursive: true })
      for (const name of ['package.json', 'package-lock.json'])
        copyFileSync(path.join(root, packages, name), path.join(root, folder, name))
      // Its peer is the Vitest that is here already.
      return npmCi('--prefix', folder, '--legacy-peer-deps')
    },
  })
}
