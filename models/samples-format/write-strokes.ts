import { open } from 'node:fs/promises'
import path from 'node:path'
import { labels } from '#models/labels'
import type { ExportedSample, SampleWriter } from './exported-sample'
import { exportFiles, exportSource, type SampleLine } from './schema'

/** Begins an NDJSON file, one JSON object a line, in a folder that has none. @throws Error with code EEXIST */
export async function openNdjson(folder: string): Promise<SampleWriter> {
  const name = exportFiles.strokes
  const handle = await open(path.join(folder, name), 'wx')
  return {
    names: [name],
    async add(sample) {
      await handle.write(`${JSON.stringify(toLine(sample))}\n`)
    },
    close: () => handle.close(),
  }
}

function toLine({
  label,
  writer,
  strokes,
  id,
  prompt,
  guess,
  reason,
  reasons,
  isReviewed,
}: ExportedSample): SampleLine {
  return {
    label: labels[label] ?? String(label),
    writer,
    strokes: strokes.map((stroke) => stroke.map(({ x, y, t }) => [x, y, t])),
    source: exportSource,
    id,
    prompt,
    guess,
    reason,
    reviewed: isReviewed,
    reasons: [...reasons],
  }
}
