import localFont from 'next/font/local'

/* The font loader reads these calls without running them, so each value has to be written out where it is used. */

const display = localFont({
  src: '../../../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2',
  variable: '--font-display-latin',
  weight: '200 800',
})
const displayExtended = localFont({
  src: '../../../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-ext-opsz-normal.woff2',
  variable: '--font-display-ext',
  weight: '200 800',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF',
    },
  ],
  preload: false,
  adjustFontFallback: false,
})
const text = localFont({
  src: '../../../../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
  variable: '--font-text-latin',
  weight: '100 900',
})
const textExtended = localFont({
  src: '../../../../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2',
  variable: '--font-text-ext',
  weight: '100 900',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF',
    },
  ],
  preload: false,
  adjustFontFallback: false,
})

const arabic = localFont({
  src: '../../../../node_modules/@fontsource-variable/readex-pro/files/readex-pro-arabic-wght-normal.woff2',
  variable: '--font-arabic',
  weight: '160 700',
  declarations: [
    { prop: 'unicode-range', value: 'U+0600-06FF,U+0750-077F,U+08A0-08FF,U+FB50-FDFF,U+FE70-FEFC' },
  ],
  preload: false,
  adjustFontFallback: false,
})

/** Class names that define the custom properties which the tokens in globals.css name. */
export const fontClasses = [display, displayExtended, text, textExtended, arabic]
  .map(({ variable }) => variable)
  .join(' ')
