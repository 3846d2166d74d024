import { expect, test } from 'vitest'
import { parseCommandLine } from './command-line'

test('command line: any number of sets of each kind, in any order', () => {
  expect(
    parseCommandLine(
      '--digits a.ndjson b.ndjson.gz --images i.idx l.idx j.idx m.idx --others c.ndjson --samples exports/may exports/june --digits d.ndjson --json out.json'.split(
        ' ',
      ),
    ),
  ).toEqual({
    digits: ['a.ndjson', 'b.ndjson.gz', 'd.ndjson'],
    others: ['c.ndjson'],
    samples: ['exports/may', 'exports/june'],
    images: [
      ['i.idx', 'l.idx'],
      ['j.idx', 'm.idx'],
    ],
    acceptsUnreviewed: false,
    model: null,
    json: 'out.json',
    html: null,
    metrics: null,
    play: null,
    refresh: false,
  })
})

test('command line: all that there is to write is written by one option, which takes no value', () => {
  expect(parseCommandLine(['--refresh', '--model', 'models/digits-v1'])).toMatchObject({
    refresh: true,
    model: 'models/digits-v1',
  })
  expect(() => parseCommandLine(['--refresh', 'all'])).toThrow('all belongs to no option')
})

test('[C11] command line: labels that are not reviewed are measured only if that is said, and it takes no value', () => {
  expect(parseCommandLine(['--digits', 'a.ndjson', '--unreviewed', '--json', 'b'])).toMatchObject({
    digits: ['a.ndjson'],
    acceptsUnreviewed: true,
    json: 'b',
  })
  expect(() => parseCommandLine(['--unreviewed', 'a.ndjson'])).toThrow('a.ndjson belongs to no option')
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
