import { expect, test } from 'vitest'
import { type Labelled, looksRight, measureLabelQuality, rankByDoubt } from './label-quality'

/** @param sure thousandths for the label; the rest is for `rival` */
function labelled(label: number, sure: number, rival = 10): Labelled {
  const thousandths = Array.from({ length: 11 }, () => 0)
  thousandths[rival] = 1000 - sure
  thousandths[label] = sure
  return { label, thousandths }
}

test('[F9] label quality: the least probable label comes first, and equals keep their order', () => {
  expect(rankByDoubt([900, 20, 500, 20, 0].map((sure) => labelled(7, sure)))).toEqual([4, 1, 3, 2, 0])
})

test('[F9] label quality: what looks right has a label that is more probable than all others together', () => {
  expect(
    [labelled(7, 501, 1), labelled(7, 500, 1), labelled(7, 600), labelled(7, 50)].map(looksRight),
  ).toEqual([true, false, true, false])
})

test('[F9] label quality: what is found is counted among as many of the first as there are wrong ones', () => {
  const examples = [990, 10, 980, 20, 970, 960].map((sure) => labelled(7, sure, 1))
  const isWrong = [false, true, false, false, true, false]
  expect(measureLabelQuality(examples, isWrong)).toEqual({
    ...{ examples: 6, wrong: 2, found: 1, stacked: 4, wrongInStacks: 1 },
  })
})
