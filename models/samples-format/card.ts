import { labels as names } from '#models/labels'
import type { Manifest } from './schema'

/**
 * The card of a dataset, as Markdown with the head that Hugging Face reads: what is in it, and how it came about. It holds numbers and
 * names of a fixed form alone, so nothing in it can be taken for markup.
 */
export function cardOf(manifest: Omit<Manifest, 'files'>): string {
  const { dataset, createdAt, count, contributors, labels, splits, leftOut, consentVersions, filter } =
    manifest
  const title = dataset ? `${dataset.name}, version ${dataset.version}` : 'Samples of Digit Dash'
  const share = (part: number) => (count === 0 ? '0.0' : ((100 * part) / count).toFixed(1))
  const asked = Object.entries(filter).filter(([name]) => name !== 'onlyReviewed')
  return `---
pretty_name: "Digit Dash: ${title}"
task_categories:
- image-classification
---

# ${title}

Hand-drawn digits from a game in which a neural network watches as people draw. They were kept because the network found them hard, or
as a control share whatever it said; each player agreed to that. No player is named.

|                                      |           |
| ------------------------------------ | --------- |
| Frozen                               | ${createdAt.slice(0, 10)} |
| Samples                              | ${count} |
| Contributors                         | ${contributors} |
| To learn from (train)                | ${splits?.train ?? count} |
| Only to measure with (gold)          | ${splits?.gold ?? 0} |
| Left out, as one contributor had too many | ${leftOut} |
| Words that players agreed to         | version ${consentVersions.join(', ') || '-'} |
| Asked for                            | ${asked.map(([name, value]) => `${name} ${value}`).join(', ') || 'everything reviewed'} |
${dataset ? `| sha-256 of its content               | ${dataset.sha256} |\n` : ''}
All samples of a contributor are in one part, in this version and in every other one.

## Labels

What people agreed on, not what the player was asked for.

| Label       | Samples | Share  |
| ----------- | ------- | ------ |
${names.map((name, label) => `| ${name} | ${labels[label] ?? 0} | ${share(labels[label] ?? 0)} % |`).join('\n')}

## Limits

Most of these drawings were hard for one particular network, so they are not what people draw on the mean; drawings with the reason
\`control\` are. Each contributor has at most 20 of a digit.
`
}
