import { describe, expect, test } from 'vitest'
import { problemsOf, requestOf } from '../support/prepared.ts'

describe('context', () => {
  const sections = { 'context-file': 'SESSION.md', 'context-sections': 'Plan' }

  test('is the wanted sections only, and a section that is missing is a warning', async () => {
    const files = { 'SESSION.md': '# Retro\n## Plan\nShip it.\n## Rest\nNo.\n', 'b.md': 'None.\n' }
    const inputs = { ...sections, 'context-file': 'SESSION.md\nb.md' }
    const { request, warnings } = await requestOf({ inputs }, files)
    expect(request.context).toBe('## Plan\nShip it.')
    expect(warnings).toEqual([
      'warning: b.md has no section Plan (input context-sections). It has no second-level heading.',
    ])
  })

  test('of sections that no file has is a problem, as are sections of no file', async () => {
    const files = { 'SESSION.md': '## Rest\nNo.\n' }
    expect(await problemsOf({ inputs: sections }, files)).toEqual([
      'Input context-sections names Plan, but no context file has any of them. SESSION.md has no section Plan (input context-sections). It has Rest.',
    ])
    expect(await problemsOf({ inputs: { 'context-sections': 'Plan' } })).toEqual([
      'Input context-sections is set, but context-file is not: there is no file to take sections of.',
    ])
  })

  test('of an empty file is none, which is a warning; with sections of it, a problem', async () => {
    const files = { 'SESSION.md': ' \n' }
    const empty = 'Input context-file names SESSION.md, which is empty: nothing of it was sent.'
    const { request, warnings } = await requestOf({ inputs: { 'context-file': 'SESSION.md' } }, files)
    expect([request.context, warnings]).toEqual([undefined, [`warning: ${empty}`]])
    expect(await problemsOf({ inputs: sections }, files)).toEqual([
      `Input context-sections names Plan, but no context file has any of them. ${empty}`,
    ])
  })
})
