/**
 * What drawings that lock are usually like on their way, from the training drawings of pen tablets, half of the pad large, watched by
 * digits-v1 (`npm run limits`). A lock does not depend on it: it is what progress is measured by [S14].
 */

/** The ink that drawings of 0 to 9 have when they lock, in logical units: the median. */
export const usualInk: readonly number[] = [1510, 740, 1320, 1240, 1140, 1130, 1190, 900, 1560, 1320]

/**
 * How far on its way a drawing of a digit (row, 0-9) is while the judge thinks it most likely to be another (column, 0-9, then "not
 * a digit"): three quarters are no farther, in percent. Next to nothing where such an answer is no station on the way.
 */
export const usualWay: readonly (readonly number[])[] = [
  [100, 45, 43, 60, 10, 16, 72, 40, 10, 12, 56],
  [17, 100, 28, 21, 49, 14, 13, 58, 15, 20, 35],
  [71, 23, 100, 75, 30, 44, 32, 74, 37, 77, 38],
  [59, 19, 74, 100, 26, 28, 28, 59, 15, 61, 38],
  [77, 46, 71, 11, 100, 11, 80, 21, 10, 15, 72],
  [34, 37, 34, 80, 71, 100, 69, 26, 15, 29, 57],
  [78, 61, 11, 12, 10, 22, 100, 18, 10, 10, 53],
  [19, 35, 23, 10, 20, 40, 17, 100, 10, 17, 54],
  [62, 31, 87, 78, 12, 75, 50, 37, 100, 75, 49],
  [73, 18, 43, 23, 22, 22, 57, 35, 25, 100, 48],
]
