/**
 * What drawings that lock are usually like on their way, from the training drawings of pen tablets, half of the pad large, watched by
 * digits-v1 (`npm run limits`). A lock does not depend on it: it is what progress is measured by [S14].
 */

/** The ink that drawings of 0 to 9 have when they lock, in logical units: the median. */
export const usualInk: readonly number[] = [1540, 800, 1330, 1220, 1120, 1080, 1180, 900, 1530, 1310]

/**
 * How far on its way a drawing of a digit (row, 0-9) is while the judge thinks it most likely to be another (column, 0-9, then "not
 * a digit"): three quarters are no farther, in percent. Next to nothing where such an answer is no station on the way.
 */
export const usualWay: readonly (readonly number[])[] = [
  [100, 45, 34, 14, 11, 23, 72, 35, 10, 33, 55],
  [29, 100, 14, 24, 26, 16, 14, 74, 25, 40, 36],
  [71, 21, 100, 75, 13, 39, 30, 74, 16, 78, 38],
  [59, 18, 73, 100, 22, 32, 27, 59, 12, 62, 38],
  [79, 46, 70, 10, 100, 10, 80, 19, 10, 21, 72],
  [24, 36, 49, 78, 73, 100, 65, 21, 17, 23, 57],
  [48, 62, 10, 10, 10, 11, 100, 14, 10, 10, 43],
  [12, 36, 12, 10, 22, 42, 13, 100, 11, 17, 54],
  [63, 30, 85, 82, 14, 73, 48, 42, 100, 77, 50],
  [72, 22, 44, 24, 48, 19, 55, 38, 15, 100, 47],
]
