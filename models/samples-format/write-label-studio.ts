import { labels } from '#models/labels'
import { chunksOf } from './chunks'
import type { ExportEntry, ExportedSample } from './exported-sample'
import { factsOf, labelNameOf } from './sample-line'
import { exportFiles } from './schema'
import { pngOf } from './write-png'

const choices = labels.map((label) => `    <Choice value="${label}"/>`).join('\n')

/** The labelling interface that the tasks are made for. */
const config = `<View>
  <Image name="image" value="$image" width="280px"/>
  <Choices name="label" toName="image" choice="single" showInline="true">
${choices}
  </Choices>
</View>
`

/** Tasks of Label Studio, each with its picture in it, what the judge said as a prediction, and what people agreed on as an annotation. */
export async function* writeLabelStudio(samples: AsyncIterable<ExportedSample>): AsyncGenerator<ExportEntry> {
  async function* parts() {
    let before = '['
    for await (const sample of samples) {
      yield `${before}\n${JSON.stringify(taskOf(sample))}`
      before = ','
    }
    yield before === '[' ? '[]\n' : '\n]\n'
  }
  yield { name: exportFiles.tasks, content: chunksOf(parts()) }
  yield { name: exportFiles.taskConfig, content: Buffer.from(config) }
}

function taskOf(sample: ExportedSample) {
  const { guess, thousandths, judge, isReviewed, label, writer } = sample
  const image = `data:image/png;base64,${pngOf(sample.raster).toString('base64')}`
  const prediction = {
    model_version: judge,
    score: (thousandths[guess] ?? 0) / 1000,
    result: [choose(guess)],
  }
  return {
    data: { image, label: labelNameOf(sample), writer, ...factsOf(sample) },
    predictions: [prediction],
    annotations: isReviewed ? [{ result: [choose(label)] }] : [],
  }
}

function choose(label: number) {
  const value = { choices: [labels[label] ?? String(label)] }
  return { id: 'label', from_name: 'label', to_name: 'image', type: 'choices', value }
}
