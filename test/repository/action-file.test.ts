import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { fieldNames } from '../../src/fields.ts'
import { kebabCase } from '../../src/names.ts'
import { ROOT, repositoryFiles } from '../support/repository.ts'

type Described = { description?: string; required?: boolean; default?: unknown }
type Action = {
  name?: string
  author?: string
  description?: string
  branding?: { icon?: string; color?: string }
  inputs: Record<string, Described>
  outputs: Record<string, Described>
  runs: { using?: string; main?: string }
}

const text = readFileSync(join(ROOT, 'action.yml'), 'utf8')

const COLORS = 'white, black, yellow, blue, green, orange, red, purple, gray-dark'
/** Of an input's members runners read others too, but silently do nothing with them. */
const INPUT_KEYS = ['description', 'required', 'default', 'deprecationMessage']

type Tell = (wrong: boolean, fault: string) => void

/** What is wrong with an action.yml that the language service does not see. */
function faultsOf({ name, author, description = '', branding, inputs, outputs, runs }: Action): string[] {
  const faults: string[] = []
  const tell: Tell = (wrong, fault) => void (wrong && faults.push(fault))
  tell(!name || !author, 'name and author: give both')
  tell(
    description === '' || description.length >= 125,
    `description: has ${description.length} characters; the Marketplace takes 1 to 124`,
  )
  tell(
    !branding?.icon || !COLORS.split(', ').includes(branding.color ?? ''),
    `branding: give an icon, and a color of ${COLORS}`,
  )
  tell(runs.using !== 'node24', 'runs.using: has to be node24, for which the bundle is built and tested')
  tell(!repositoryFiles.includes(runs.main ?? ''), `runs.main: ${runs.main} is no file of the repository`)
  checkDescriptions('inputs', inputs, tell)
  checkDescriptions('outputs', outputs, tell)
  checkInputs(inputs, tell)
  return faults
}

function checkDescriptions(kind: string, members: Record<string, Described>, tell: Tell): void {
  for (const [key, { description = '' }] of Object.entries(members)) {
    tell(!/^[a-z]+(?:-[a-z]+)*$/u.test(key), `${kind}.${key}: write it in lower case with dashes`)
    const right = /\S[\s\S]*\bExample: `/u.test(description)
    tell(!right, `${kind}.${key}: describe it, with “Example: \`…\`” at the end`)
  }
}

function checkInputs(inputs: Record<string, Described>, tell: Tell): void {
  for (const [key, input] of Object.entries(inputs)) {
    const unknown = Object.keys(input).filter((member) => !INPUT_KEYS.includes(member))
    tell(unknown.length > 0, `inputs.${key}: ${unknown} is no member of an input`)
    const defaulted = 'default' in input
    tell(input.required === true && defaulted, `inputs.${key}: what has a default is not required`)
    const right = !defaulted || typeof input.default === 'string'
    tell(!right, `inputs.${key}: put the default in quotes, since inputs are text`)
  }
  const fields = fieldNames.map(kebabCase)
  const shown = Object.keys(inputs).filter((key) => fields.includes(key))
  const order = `inputs: the fields of a session have to stand in the order of src/fields.ts: ${fields.join(', ')}`
  tell(shown.join() !== fields.join(), order)
  const required = Object.values(inputs).map((input) => input.required === true)
  tell(required.lastIndexOf(true) > required.indexOf(false), 'inputs: those that are required stand first')
}

test('action.yml holds what runners and the Marketplace need', () =>
  expect(faultsOf(parse(text))).toEqual([]))

const DESCRIPTION = /^description: .*\n(?: +.*\n)*/mu

test.each([
  ['name and author: ', /^author: .*\n/mu, ''],
  ['description: has 125 characters', DESCRIPTION, `description: ${'x'.repeat(125)}\n`],
  ['description: has 0 characters', DESCRIPTION, ''],
  ['branding: ', /^ {2}icon: .*\n/mu, ''],
  ['branding: ', 'color: purple', 'color: pink'],
  ['runs.using: ', 'using: node24', 'using: node20'],
  ['runs.main: dist/main.js is no file', 'main: dist/index.js', 'main: dist/main.js'],
  ['inputs.topic: describe it', /^ {2}topic:\n {4}description: .*\n(?: {6}.*\n)+/mu, '  topic: {}\n'],
  ['outputs.status: describe it', 'Example: `active`', 'It may be `active`'],
  ['inputs.commentMessage: write it', '  comment-message:', '  commentMessage:'],
  ['inputs.summary: optional is no member', "    default: 'true'\n", '    optional: true\n'],
  ['inputs.api-key: what has a default', '    required: true\n', "    required: true\n    default: ''\n"],
  ['inputs.retries: put the default in quotes', "default: '5'", 'default: 5'],
  ['inputs: the fields of a session', /^ {2}prompt:$/mu, '  prompts:'],
  ['inputs: those that are required', /^ {2}goal:$/mu, '  goal:\n    required: true'],
])('told is: %s', (fault, from, to) => {
  const known = faultsOf(parse(text))
  const found = faultsOf(parse(text.replace(from, to))).filter((each) => !known.includes(each))
  expect(found).toEqual([expect.stringContaining(fault)])
})
