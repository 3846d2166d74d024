/**
 * Colours of the themes for what the style sheet does not reach: pictures of links, posters, icons, the browser's own frame.
 * By the names of the tokens in globals.css, which hold the same values.
 */
export const themeColours = {
  light: {
    paper: '#fbf7ef',
    card: '#fffdf8',
    line: '#e4dac6',
    ink: '#1b1a17',
    muted: '#655f52',
    accent: '#cb2f15',
  },
  dark: { paper: '#191713', card: '#221f1a' },
} as const
