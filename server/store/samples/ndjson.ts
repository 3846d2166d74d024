import { open } from 'node:fs/promises'
import path from 'node:path'
import { notADigit } from '#game/protocol/scalars'
import type { LabelledSample } from './labelled-sample'
import type { SampleWriter } from './sample-writer'

/** One JSON object a line, in the shape of the public stroke sets. */
export async function openNdjson(folder: string): Promise<SampleWriter> {
  const name = 'samples.ndjson'
  const handle = await open(path.join(folder, name), 'wx')
  return {
    names: [name],
    async add(sample) {
      await handle.write(lineOf(sample))
    },
    close: () => handle.close(),
  }
}

/** x right, y down, t in ms since the round began. */
function lineOf({ sample, label, isReviewed, writer, strokes }: LabelledSample): string {
  const line = {
    label: label === notADigit ? 'not a digit' : `${label}`,
    writer,
    strokes: strokes.map((stroke) => stroke.map(({ x, y, t }) => [x, y, t])),
    source: 'digit-dash',
    id: sample.id,
    prompt: sample.prompt,
    guess: sample.guess,
    reason: sample.reason,
    reviewed: isReviewed,
  }
  return `${JSON.stringify(line)}\n`
}
