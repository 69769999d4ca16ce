import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))

/** A source file: its path under src/ with slashes, and its syntax tree. */
export type Source = { path: string; tree: ts.SourceFile }

/** Every source file of the action. */
export function readSources(): Source[] {
  const files = readdirSync(SRC, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => {
    const path = join(parentPath, name)
    return parse(relative(SRC, path).split(sep).join('/'), readFileSync(path, 'utf8'))
  })
}

export function parse(path: string, text: string): Source {
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) }
}

/** Node's and the runner's ways to print, by the name that they have everywhere. */
const PRINTERS = ['console', 'core', 'stdout', 'stderr']
/** What writes to a file, which may be the log's own. */
const WRITERS = [
  'write',
  'writev',
  'writeSync',
  'writeFile',
  'writeFileSync',
  'appendFile',
  'createWriteStream',
]
/** Whoever gets hold of one of these can reach the others by a name made at run time. */
const WHOLE = ['globalThis', 'global', 'Reflect']
const RUNNING = ['eval', 'Function', 'GeneratorFunction', 'AsyncFunction', 'require', 'createRequire']
const MAKERS = ['Line', 'Markdown']
/** All that is imported. A module that prints, runs code or a program, or fills templates has no business here. */
const MODULES = new Set([
  ...['node:crypto', 'node:fs', 'node:fs/promises', 'node:http', 'node:https', 'node:path'],
  ...['node:timers/promises', '@actions/github', 'zod/mini', 'yaml', 'leven'],
])

/** What a file does that could put text into the log, or run it, past `log.ts` and `report/markdown.ts`; in order. */
export function dangersIn({ path, tree }: Source): string[] {
  const dangers: string[] = []
  const tell = (node: ts.Node, what: string) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree))
    dangers.push(`${path}:${line + 1} ${what}`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isTypeOnly(node)) {
      const { text } = node
      if ([...PRINTERS, ...WRITERS, ...WHOLE, ...RUNNING].includes(text)) tell(node, text)
      if (text === 'process' && !isPropertyRead(node.parent)) tell(node, 'process as a whole')
    }
    if (ts.isNewExpression(node) && MAKERS.includes(node.expression.getText(tree)))
      tell(node, `new ${node.expression.getText(tree)}`)
    if (ts.isClassDeclaration(node)) {
      const parents = node.heritageClauses?.flatMap(({ types }) =>
        types.map(({ expression }) => expression.getText(tree)),
      )
      for (const parent of parents ?? []) if (MAKERS.includes(parent)) tell(node, `extends ${parent}`)
    }
    if (ts.isAsExpression(node) && MAKERS.includes(node.type.getText(tree)))
      tell(node, `as ${node.type.getText(tree)}`)
    if (ts.isImportSpecifier(node) && MAKERS.includes(node.propertyName?.text ?? ''))
      tell(node, `${node.propertyName?.text} by another name`)
    const module = moduleOf(node)
    if (module !== undefined && !module.startsWith('.') && !MODULES.has(module))
      tell(node, `module ${module}`)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return dangers
}

/** `process.env`, but neither `process['stdout']` nor `const { stdout } = process`. */
function isPropertyRead(parent: ts.Node): boolean {
  return ts.isPropertyAccessExpression(parent) && parent.expression.getText() === 'process'
}

/** A name in a type, which does nothing. */
function isTypeOnly(node: ts.Node): boolean {
  for (let each = node.parent; each !== undefined; each = each.parent) {
    if (ts.isTypeNode(each) || ts.isTypeAliasDeclaration(each)) return true
    if (ts.isExpression(each) || ts.isStatement(each)) return false
  }
  return false
}

/** What `import`, `export … from`, `import()` or `process.getBuiltinModule()` load; `(computed)` where nobody can tell. */
export function moduleOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
    return node.moduleSpecifier && nameIn(node.moduleSpecifier)
  if (!ts.isCallExpression(node)) return undefined
  const { expression } = node
  const loads =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isPropertyAccessExpression(expression) && expression.name.text === 'getBuiltinModule')
  return loads ? nameIn(node.arguments[0]) : undefined
}

function nameIn(node: ts.Node | undefined): string {
  return node && ts.isStringLiteralLike(node) ? node.text : '(computed)'
}
