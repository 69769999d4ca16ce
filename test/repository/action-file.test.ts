import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { actionFiles, ROOT, repositoryFiles } from '../../sandbox/repository-files.ts'
import { fieldNames } from '../../src/harmonica/request.ts'
import { kebabCase } from '../../src/text/names.ts'

type Described = { description?: string; required?: boolean; default?: unknown }
type Action = {
  name?: string
  description?: string
  branding?: { icon?: string; color?: string }
  inputs: Record<string, Described>
  outputs: Record<string, Described>
  runs: { using?: string; main?: string }
}

const COLORS = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']
/** Of an input's members runners read others too, but silently do nothing with them. */
const INPUT_KEYS = ['description', 'required', 'default', 'deprecationMessage']

/** What is wrong with an action.yml that the language service does not see. */
function faultsOf(
  folder: string,
  { name, description = '', branding, inputs, outputs, runs }: Action,
): string[] {
  const unless = (right: unknown, fault: string) => (right ? [] : [fault])
  const given = Object.entries(inputs)
  const required = given.map(([, input]) => input.required === true)
  return [
    ...unless(
      name && description && description.length < 125,
      'The Marketplace takes a name, and a description of 124 characters.',
    ),
    ...unless(
      branding?.icon && COLORS.includes(branding.color ?? ''),
      `Give an icon, and a color of ${COLORS}.`,
    ),
    ...unless(
      runs.using === 'node24',
      'runs.using has to be node24, for which the bundle is built and tested.',
    ),
    ...unless(
      repositoryFiles.includes(posix.join(folder, runs.main ?? '')),
      'runs.main is no file of the repository.',
    ),
    ...[...given, ...Object.entries(outputs)].flatMap(([key, each]) =>
      unless(
        /\S[\s\S]*\bExample: `/u.test(each.description ?? ''),
        `Describe ${key}, with “Example: \`…\`” at the end.`,
      ),
    ),
    ...given.flatMap(([key, input]) => [
      ...unless(
        Object.keys(input).every((member) => INPUT_KEYS.includes(member)),
        `Of ${key}, runners know ${INPUT_KEYS}.`,
      ),
      ...unless(
        !('default' in input) || (typeof input.default === 'string' && !input.required),
        `${key}: a default is text in quotes, and not for what is required.`,
      ),
    ]),
    ...unless(
      required.lastIndexOf(true) <= required.filter(Boolean).length - 1,
      'Inputs that are required stand first.',
    ),
  ]
}

test.each(actionFiles())('$path is what runners and the Marketplace need', ({ path, text }) => {
  const action: Action = parse(text)
  expect(faultsOf(posix.dirname(path), action)).toEqual([])
})

test('the inputs that are fields of a session stand in the order of src/harmonica/request.ts', () => {
  const fields = fieldNames.map(kebabCase)
  expect(inputsOf('action.yml').filter((key) => fields.includes(key))).toEqual(fields)
})

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const inputsOf = (path: string) => Object.keys(parse(read(path)).inputs)

test('each fault of an action.yml is reported', () => {
  const action: Action = parse(read('action.yml'))
  const broken: Action = {
    description: 'x'.repeat(125),
    branding: { icon: 'x', color: 'pink' },
    inputs: {
      ...action.inputs,
      last: { description: 'No example', required: true, default: 5, ...{ optional: true } },
    },
    outputs: {},
    runs: { using: 'node20', main: 'dist/gone.js' },
  }
  expect(faultsOf('.', broken)).toHaveLength(8)
})

/** Of a reusable workflow's inputs, the defaults of those that an action has too. */
function sharedDefaults(
  workflow: string,
  action: string,
): { of: string; default: unknown; expected: unknown }[] {
  const [own, theirs] = [workflow, action].map((path) => parse(readFileSync(join(ROOT, path), 'utf8')))
  return Object.entries<Described>(own.on.workflow_call.inputs).flatMap(([of, input]) => {
    const expected = theirs.inputs[of]?.default
    return input.default === '' || expected === undefined ? [] : [{ of, default: input.default, expected }]
  })
}

test.each([
  ['.github/workflows/deliberate.yml', 'action.yml', ['share-results', 'api-url', 'timeout']],
  ['.github/workflows/results.yml', 'results/action.yml', ['api-url', 'timeout']],
])('%s has the defaults of %s', (workflow, action, shared) => {
  const defaults = sharedDefaults(workflow, action)
  expect(defaults.map(({ of }) => of)).toEqual(shared)
  expect(defaults.filter((each) => String(each.default) !== String(each.expected))).toEqual([])
})

test('results.yml has five inputs at most, since who needs more copies it', () => {
  const { on } = parse(readFileSync(join(ROOT, '.github/workflows/results.yml'), 'utf8'))
  expect(Object.keys(on.workflow_call.inputs).length).toBeLessThanOrEqual(5)
})
