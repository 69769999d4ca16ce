import { expect, test } from 'vitest'
import { kebabCase, snakeCase } from '../../../src/text/names.ts'

test('names in code become those of inputs and of the API', () => {
  expect(['topic', 'joinUrl', 'a1B'].map(kebabCase)).toEqual(['topic', 'join-url', 'a1-b'])
  expect(['topic', 'resultsVisibility'].map(snakeCase)).toEqual(['topic', 'results_visibility'])
})
