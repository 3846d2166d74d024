import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelFiles } from '#models/judge'
import { labels } from '#models/labels'
import { modelSchema } from '#models/model-schema'
import { networksOf } from '#models/training/publish'
import { picturesToOnnx, strokesToOnnx } from './to-onnx'

/**
 * Writes a version for others, as a whole or not at all: its networks as ONNX, and a few inputs with the answers that they must give.
 * @param folder that is not there yet
 * @returns the names of the files
 */
export async function writeOnnxFolder(folder: string, files: ModelFiles): Promise<string[]> {
  const { version, golden, strokes } = modelSchema.parse(files.model)
  const networks = networksOf(files)
  const draft = `${folder}.${process.pid}`
  const contents: [string, Uint8Array | string][] = [
    [`${version}.onnx`, picturesToOnnx({ version, ...networks })],
    ...(networks.strokes
      ? [[`${version}-strokes.onnx`, strokesToOnnx({ version, ...networks.strokes })] as [string, Uint8Array]]
      : []),
    [
      'golden.json',
      `${JSON.stringify({ about, version, labels, pictures: golden, strokes: strokes?.golden ?? [] }, null, 2)}\n`,
    ],
  ]
  try {
    await mkdir(draft, { recursive: true })
    for (const [name, content] of contents) await writeFile(join(draft, name), content)
    await rename(draft, folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return contents.map(([name]) => name)
}

const about =
  'raster: base64 of 28x28 bytes, to be divided by 255; path: base64 of little-endian float32, 32 places of as many channels as the model takes'
