import { expect, test } from 'vitest'
import {
  isOddBlock,
  isOddComment,
  isOddDeclaration,
  isOddDefinition,
} from '../../../../src/request/body/odd-markdown.ts'

test.each([
  ['<!-- a -->', false],
  ['<!---->', false],
  ['<!--a-b\nc > d-->', false],
  ['<i title="<!-- a -- b">', false],
  ['<!-->', true],
  ['<!--->', true],
  ['<!-- a -- b -->', true],
  ['<!-- a --->', true],
])('for GitHub the comment %j is text: %j', (html, isText) => expect(isOddComment(html)).toBe(isText))

test.each([
  ['<!DOCTYPE html>', false],
  ['<!X\n  y>', false],
  ['<!-- a -->', false],
  ['<i title="<!x">', false],
  ['<!doctype html>', true],
  ['<!X>', true],
  ['<!XY1>', true],
  ['<!x <!X y>', true],
])('for GitHub the declaration %j is text: %j', (html, isText) => expect(isOddDeclaration(html)).toBe(isText))

test.each([
  ['<style></textarea>', true],
  ['<PRE>\n</TEXTAREA>', true],
  ['<pre></textarea></pre>', false],
  ['<pre>', false],
  ['<div><style></textarea>', false],
  ['<prefix></textarea>', false],
])('for GitHub the block %j goes on below: %j', (html, goesOn) => expect(isOddBlock(html)).toBe(goesOn))

test.each([
  ['[xy]: (a', true],
  ['[x]:(a', true],
  ['[x]:\n  (a', true],
  ['[x]: a(b', true],
  ['[x]: <(a', false],
  ['[x]: a (b', false],
  ['a [x]: (b', false],
])('for GitHub %j is a definition: %j', (written, isDefinition) =>
  expect(isOddDefinition(written)).toBe(isDefinition),
)
