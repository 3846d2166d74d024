import { chunksOf } from './chunks'
import type { ExportEntry, ExportedSample } from './exported-sample'
import { sampleLineOf } from './sample-line'
import { exportFiles } from './schema'

/** NDJSON: one JSON object a line, with all that is known of a sample. */
export async function* writeNdjson(samples: AsyncIterable<ExportedSample>): AsyncGenerator<ExportEntry> {
  async function* lines() {
    for await (const sample of samples) yield `${JSON.stringify(sampleLineOf(sample))}\n`
  }
  yield { name: exportFiles.strokes, content: chunksOf(lines()) }
}
