import { parseAst } from 'vitest/node'

type Node = { readonly type: string; readonly [field: string]: unknown }

/** What makes a test, or all tests of a group, run never. */
const notRun = new Set(['skip', 'todo', 'fixme'])

/**
 * The titles of the tests in a file, and of their groups, as they are written: `%s` and what a template fills in stay open.
 * Comments, other texts, and tests that never run do not count.
 * @param code TypeScript without JSX
 */
export function titlesIn(code: string): string[] {
  return titlesBelow(parseAst(code, { lang: 'ts' }))
}

function titlesBelow(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(titlesBelow)
  if (!isNode(value)) return []
  const below = () => Object.values(value).flatMap(titlesBelow)
  if (value.type !== 'CallExpression') return below()
  const names = namesOf(value.callee)
  if (!['test', 'it', 'describe'].includes(names[0] ?? '')) return below()
  const [first, ...rest] = value.arguments as unknown[]
  if (rest.length === 0 || names.some((name) => notRun.has(name))) return []
  return [...titleOf(first), ...below()]
}

/** `test.each(table)` of `test.each(table)('...', ...)`: test, each. */
function namesOf(callee: unknown): string[] {
  if (!isNode(callee)) return []
  if (callee.type === 'Identifier') return [String(callee.name)]
  if (callee.type === 'MemberExpression') return [...namesOf(callee.object), ...namesOf(callee.property)]
  return callee.type === 'CallExpression' ? namesOf(callee.callee) : []
}

function titleOf(title: unknown): string[] {
  if (!isNode(title)) return []
  if (title.type === 'Literal' && typeof title.value === 'string') return [title.value]
  if (title.type !== 'TemplateLiteral') return []
  return [(title.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw).join('%s')]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
