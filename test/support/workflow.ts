import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parse } from 'yaml'
import { metadata } from './metadata.ts'

type Values = Record<string, string | number | boolean>

export type WorkflowStep = { id?: string; uses?: string; run?: string; with?: Values; env?: Values }

export type Job = {
  if?: string
  permissions?: Record<string, string>
  concurrency?: { group: string }
  'timeout-minutes'?: number
  outputs?: Record<string, string>
  steps?: WorkflowStep[]
  uses?: string
  with?: Values
  secrets?: Record<string, string>
}

export type Workflow = {
  text: string
  on: Record<string, Record<string, unknown> | null>
  permissions: Record<string, string>
  jobs: Record<string, Job>
}

/** The text of a file of this repository. */
export function readRepositoryFile(path: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
}

export async function readWorkflow(path: string): Promise<Workflow> {
  const text = await readRepositoryFile(path)
  return { text, ...parse(text) }
}

/** `github`, `secrets` and the like, as a job sees them. */
export type Contexts = Record<string, unknown>

/** A value of a workflow with its expressions evaluated, as the text that a step gets. */
export function evaluated(value: string | number | boolean, contexts: Contexts): string {
  return String(value).replace(/\$\{\{(.*?)\}\}/gsu, (_, expression: string) =>
    asText(evaluate(expression, contexts)),
  )
}

/** Whether an `if:` lets its job run. */
export function isMet(condition: string, contexts: Contexts): boolean {
  const [, expression = condition] = /^\$\{\{(.*)\}\}$/su.exec(condition) ?? []
  return Boolean(evaluate(expression, contexts))
}

/** What the action's step gets for inputs: its `with:`, and the defaults of action.yml for the rest. */
export function inputsOf(step: WorkflowStep, contexts: Contexts): Record<string, string> {
  const inputs: Record<string, string> = {}
  // Of those with an expression and of the API's address the stand-ins have their own.
  for (const [name, { default: value = '' }] of Object.entries(metadata.inputs))
    if (!value.includes('${{') && name !== 'api-url') inputs[name] = value
  for (const [name, value] of Object.entries(step.with ?? {})) {
    if (!(name in metadata.inputs)) throw new Error(`The action has no input ${name}`)
    inputs[name] = evaluated(value, contexts)
  }
  return inputs
}

const asText = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/**
 * GitHub's expressions, as far as the examples use them: texts in quotes, paths, `!`, `==`, `!=`, `&&` and `||`.
 *
 * @throws when there is anything else in it, and when a context does not have what a path names
 */
function evaluate(expression: string, contexts: Contexts): unknown {
  const tokens = expression.match(/'[^']*'|[\w.-]+|==|!=|&&|\|\||!|[^\s]/gu) ?? []
  const take = (...operators: string[]) => (operators.includes(tokens[0] ?? '') ? tokens.shift() : undefined)
  const unary = (): unknown => {
    if (take('!')) return !unary()
    const token = tokens.shift() ?? ''
    if (token.startsWith("'")) return token.slice(1, -1)
    if (!/^[a-z][\w.-]*$/iu.test(token)) throw new Error(`Unknown expression: ${expression}`)
    return lookUp(token, contexts)
  }
  const equality = (): unknown => {
    const left = unary()
    const operator = take('==', '!=')
    if (!operator) return left
    // Case does not matter, says GitHub's documentation.
    const equal = asText(left).toLowerCase() === asText(unary()).toLowerCase()
    return operator === '==' ? equal : !equal
  }
  const and = (): unknown => {
    const left = equality()
    if (!take('&&')) return left
    const right = and()
    return left && right
  }
  const or = (): unknown => {
    const left = and()
    if (!take('||')) return left
    const right = or()
    return left || right
  }
  const value = or()
  if (tokens.length > 0) throw new Error(`Unknown expression: ${expression}`)
  return value
}

function lookUp(path: string, contexts: Contexts): unknown {
  let value: unknown = contexts
  for (const name of path.split('.')) {
    const members = Object.entries(value ?? {})
    const found = members.find(([member]) => member === name)
    if (!found) throw new Error(`Nothing is known of ${path}`)
    value = found[1]
  }
  return value
}

/** What a `run:` step leaves behind: its outputs, and the texts of the files that it wrote. */
export type ScriptOutcome = { outputs: Record<string, string>; files: Record<string, string> }

/**
 * Runs a step's script as a runner does, by `bash -e`, in a workspace of its own.
 *
 * @param programs shell scripts that stand in for programs, by the program's name
 */
export async function runScript(
  { run = '', env = {} }: WorkflowStep,
  contexts: Contexts,
  programs: Record<string, string>,
): Promise<ScriptOutcome> {
  const home = await mkdtemp(join(tmpdir(), 'script-'))
  const [bin, workspace, output] = [join(home, 'bin'), join(home, 'workspace'), join(home, 'output')]
  try {
    await Promise.all([mkdir(bin), mkdir(workspace), writeFile(output, '')])
    for (const [name, script] of Object.entries(programs))
      await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    const given = Object.entries(env).map(([name, value]) => [name, evaluated(value, contexts)])
    await promisify(execFile)('bash', ['-e', '-o', 'pipefail', '-c', run], {
      cwd: workspace,
      env: { ...Object.fromEntries(given), PATH: `${bin}:/usr/bin:/bin`, GITHUB_OUTPUT: output },
    })
    const names = await readdir(workspace)
    const texts = names.map(async (name) => [name, await readFile(join(workspace, name), 'utf8')] as const)
    const outputs = (await readFile(output, 'utf8')).matchAll(/^([\w-]+)=(.*)$/gmu)
    return {
      outputs: Object.fromEntries(Array.from(outputs, ([, name = '', value = '']) => [name, value])),
      files: Object.fromEntries(await Promise.all(texts)),
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
