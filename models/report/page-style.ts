import { colours, typeface } from './chart'

/** The page's whole style: it loads nothing from anywhere. */
export const pageStyle = `
:root { color-scheme: light; }
body { margin: 0; background: ${colours.paper}; color: ${colours.ink}; font: 16px/1.55 ${typeface}; }
main { max-width: 1000px; margin: 0 auto; padding: 56px 24px 96px; }
h1 { font-size: 64px; line-height: 1; letter-spacing: -0.03em; margin: 0 0 12px; }
h2 { font-size: 28px; letter-spacing: -0.015em; margin: 72px 0 4px; padding-top: 20px; border-top: 3px solid ${colours.ink}; }
h3 { font-size: 16px; margin: 32px 0 8px; }
p { max-width: 44em; margin: 0 0 12px; }
.quiet { color: ${colours.quiet}; }
.facts { display: flex; flex-wrap: wrap; gap: 12px; margin: 28px 0; padding: 0; list-style: none; }
.facts li { background: ${colours.card}; border: 1px solid ${colours.line}; border-radius: 10px; padding: 12px 18px; }
.facts b { display: block; font-size: 26px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; margin-bottom: 12px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 15px; }
th, td { padding: 6px 10px; text-align: right; border-bottom: 1px solid ${colours.line}; white-space: nowrap; }
th { color: ${colours.quiet}; font-weight: 600; }
th:first-child, td:first-child { text-align: left; }
tr.shipped td { background: #F7DDD3; }
a { color: ${colours.accent}; }
figure { margin: 0; }
figcaption { color: ${colours.quiet}; font-size: 14px; margin-bottom: 6px; }
figure img { max-width: 100%; height: auto; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)); gap: 24px; margin-top: 16px; }
.mistakes { display: grid; grid-template-columns: repeat(auto-fill, minmax(104px, 1fr)); gap: 12px; margin: 0; padding: 0; list-style: none; }
.mistakes li { background: ${colours.card}; border: 1px solid ${colours.line}; border-radius: 10px; padding: 8px; font-size: 13px; line-height: 1.35; overflow-wrap: anywhere; }
.mistakes img { display: block; width: 100%; image-rendering: pixelated; border-radius: 4px; margin-bottom: 6px; }
.mistakes b { color: ${colours.accent}; }
`
