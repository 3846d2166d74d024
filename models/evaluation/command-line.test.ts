import { expect, test } from 'vitest'
import { parseCommandLine } from './command-line'

test('command line: any number of sets of each kind, in any order', () => {
  expect(
    parseCommandLine(
      '--digits a.ndjson b.ndjson.gz --images i.idx l.idx j.idx m.idx --others c.ndjson --digits d.ndjson --json out.json'.split(
        ' ',
      ),
    ),
  ).toEqual({
    digits: ['a.ndjson', 'b.ndjson.gz', 'd.ndjson'],
    others: ['c.ndjson'],
    images: [
      ['i.idx', 'l.idx'],
      ['j.idx', 'm.idx'],
    ],
    model: null,
    json: 'out.json',
    html: null,
    metrics: null,
  })
})

test.each([
  ['--digit a.ndjson', "Unknown option '--digit'"],
  ['a.ndjson', 'a.ndjson belongs to no option'],
  ['--others', "Option '--others <value>' argument missing"],
  ['--images pictures.idx', 'pictures.idx has no labels'],
  ['--json', "Option '--json <value>' argument missing"],
  ['--html a.html b.html', '--html takes one path'],
])('command line: %s is refused: %s', (args, complaint) => {
  expect(() => parseCommandLine(args.split(' '))).toThrow(complaint)
})
