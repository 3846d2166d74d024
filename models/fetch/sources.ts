import categories from './quick-draw-categories.json'

type Pinned = { readonly url: string; readonly sha256: string }

/** Where the public sets live, and what they must be. A set that changed at its home is refused, not trusted. */
export type Sources = {
  /** IDX files; their sha256 is that of the unpacked content. */
  readonly mnist: readonly (Pinned & { readonly file: string })[]
  readonly penDigits: Pinned
  readonly omniglot: Pinned
  /** Only the beginning of each category's file is fetched, so there is no checksum but the format itself. */
  readonly quickDraw: {
    readonly folderUrl: string
    readonly train: readonly string[]
    readonly test: readonly string[]
    readonly lookalikes: readonly string[]
  }
}

const mnistHome = 'https://ossci-datasets.s3.amazonaws.com/mnist'
const omniglotHome = 'https://raw.githubusercontent.com/brendenlake/omniglot'
const omniglotCommit = '057f034baf2ecb8530bc5710e5a23584d2a519cc'

export const mnistContents = {
  'train-images-idx3-ubyte.gz': 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  'train-labels-idx1-ubyte.gz': '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  't10k-images-idx3-ubyte.gz': '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  't10k-labels-idx1-ubyte.gz': 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
} as const

export const sources: Sources = {
  mnist: Object.entries(mnistContents).map(([file, sha256]) => ({
    file,
    url: `${mnistHome}/${file}`,
    sha256,
  })),
  penDigits: {
    url: 'https://archive.ics.uci.edu/static/public/81/pen+based+recognition+of+handwritten+digits.zip',
    sha256: '1e02bea023613c2b11c9492f6f34caf975420455934f3527d270cee9a1f03b64',
  },
  omniglot: {
    url: `${omniglotHome}/${omniglotCommit}/python/strokes_background.zip`,
    sha256: 'c1e445d158fd74b6adf81f1387ebe051f5a23923bdb0c16f539d6e707ce056d4',
  },
  quickDraw: { folderUrl: 'https://storage.googleapis.com/quickdraw_dataset/full/raw', ...categories },
}
