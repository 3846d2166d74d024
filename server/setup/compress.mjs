import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** What compression makes smaller; fonts and pictures are compressed already. */
const isText = /\.(css|js|json|map|svg|txt)$/
/** Bytes under which a file fits a packet or two as it is. */
const leastBytes = 1024

/**
 * Writes each text file of a folder compressed beside itself, as `.gz` and `.br`, so that the server never compresses one again.
 * @param {string} folder
 */
export async function compressFiles(folder) {
  for (const name of await readdir(folder, { recursive: true })) {
    const file = path.join(folder, name)
    if (!isText.test(name) || (await stat(file)).size < leastBytes) continue
    const content = await readFile(file)
    const [zipped, brotli] = await Promise.all([
      promisify(gzip)(content, { level: 9 }),
      promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    ])
    await Promise.all([writeFile(`${file}.gz`, zipped), writeFile(`${file}.br`, brotli)])
  }
}
