import { readMarkdownLines } from './markdown-lines.ts'

/** The named sections of a text, and how the names fared. */
export type Sections = {
  /** The sections in the text's own order, headings included; empty when none is there. */
  text: string
  /** Names that are no second-level heading of the text. */
  missing: string[]
  /** The second-level headings that there are. */
  headings: string[]
}

/**
 * Takes the named second-level sections out of a Markdown text: each from its heading to the next of the first or
 * second level. Names match in any case.
 */
export function takeSections(markdown: string, names: readonly string[]): Sections {
  const wanted = new Set(names.map(comparable))
  const headings: string[] = []
  const sections: Section[] = []
  let section: Section | undefined
  for (const { text, heading } of readMarkdownLines(markdown)) {
    if (heading && heading.level <= 2) {
      section = heading.level === 2 ? { name: comparable(heading.words), lines: [] } : undefined
      if (section) sections.push(section)
      if (heading.level === 2) headings.push(heading.words)
    }
    section?.lines.push(text)
  }
  const there = new Set(headings.map(comparable))
  const taken = ownSections(sections).filter(({ name }) => wanted.has(name))
  return {
    text: taken
      .flatMap(({ lines }) => lines)
      .join('\n')
      .trim(),
    missing: names.filter((name) => !there.has(comparable(name))),
    headings,
  }
}

type Section = { name: string; lines: string[] }

/**
 * A brief holds under `## Context` what its session was given, which may be sections of an earlier brief. Of equal
 * names the brief's own stands before Context or else is the last.
 */
function ownSections(sections: readonly Section[]): Section[] {
  const context = sections.findIndex(({ name }) => name === 'context')
  if (context < 0) return [...sections]
  const before = new Set(sections.slice(0, context + 1).map(({ name }) => name))
  return sections.filter(
    ({ name }, index) =>
      index <= context ||
      (!before.has(name) && sections.findLastIndex((each) => each.name === name) === index),
  )
}

function comparable(name: string): string {
  return name.replace(/\s+/gu, ' ').replace(/:$/u, '').trim().toLowerCase()
}
