import { expect, test } from 'vitest'
import { headingName } from '../../../src/text/heading-names.ts'

test.each([
  ...['Goal', 'GOAL', ' goal ', 'Goal:', 'Goal：', 'Goal?', 'Goal？', 'Goal *', 'Goal＊', 'Goal (required):'],
  ...[
    'Goal（required）',
    'Goal (optional)',
    'Goal (Required) *',
    '**Goal**',
    '_Goal_:',
    '`Goal`',
    '***Goal:***',
  ],
  ...[
    '🎯 Goal',
    'Goal 🎯',
    '🎯Goal',
    '❤\ufe0f Goal',
    '👩\u200d💻 Goal',
    '1\ufe0f\u20e3 Goal',
    '🇯🇵 Goal',
    '👍🏽 Goal',
  ],
  ...[
    '1. Goal',
    '2) Goal',
    '(3) Goal',
    '1.2 Goal',
    '1.2. Goal',
    '１．Goal',
    '## Goal',
    '## Goal ##',
    'Ｇｏａｌ',
  ],
  ...['Go\u200bal', 'Goal\u2060', '🎯 **1. Goal** (required)'],
])('%j is goal', (words) => expect(headingName(words)).toBe('goal'))

test.each([
  ['Next-Steps:', 'next steps'],
  ['next_steps', 'next steps'],
  ['Next   steps', 'next steps'],
  ['3 days', '3 days'],
  ['C#', 'c#'],
  ['What? Why?', 'what? why'],
  ['Risks, issues', 'risks, issues'],
  ['2*3', '2*3'],
  ['🎯', '🎯'],
  ['?', '?'],
  ['Überblick', 'überblick'],
  ['目標：', '目標'],
])('%j is %j', (words, name) => expect(headingName(words)).toBe(name))

test('two names of nothing but emoji are two', () => expect(headingName('🎉')).not.toBe(headingName('🎯')))
