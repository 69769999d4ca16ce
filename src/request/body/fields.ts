import { type BodyField, fieldOf } from './field-names.ts'
import type { Heading, Piece } from './outline.ts'

/** A heading that names a field, and what belongs to it. */
export type FieldPart<Block> = {
  readonly field: BodyField
  readonly heading: Heading
  readonly blocks: readonly Block[]
  /** The headings among them. */
  readonly within: readonly Heading[]
  /** Where its answer ends, as an offset in the body. */
  readonly end: number
}

/** A body, divided by its headings. */
export type Parts<Block> = {
  /** The blocks above the first heading. */
  readonly above: readonly Block[]
  readonly fields: readonly FieldPart<Block>[]
  /** Headings that name no field that a body can set, where they belong to no field. */
  readonly others: readonly Heading[]
  readonly headings: readonly Heading[]
}

/**
 * Assigns each block to a field. A field ends at the next heading of the same or a higher level, or at any heading that
 * names another field.
 *
 * @param end the offset where the body ends
 */
export function partsOf<Block>(pieces: readonly Piece<Block>[], end: number): Parts<Block> {
  const first = pieces.findIndex(({ heading }) => heading !== undefined)
  const fields: FieldPart<Block>[] = []
  const others: Heading[] = []
  let current: { field: BodyField; heading: Heading; blocks: Block[]; within: Heading[] } | undefined
  const endCurrent = (at: number) => {
    if (current) fields.push({ ...current, end: at })
    current = undefined
  }
  for (const { block, heading } of pieces) {
    const field = heading && fieldOf(heading.words)
    const belongs = heading === undefined || isWithin(heading, field, current)
    if (belongs) {
      current?.blocks.push(block)
      if (heading) current?.within.push(heading)
    } else {
      endCurrent(heading.start)
      if (field === undefined || field === 'other') others.push(heading)
      else current = { field, heading, blocks: [], within: [] }
    }
  }
  endCurrent(end)
  return {
    above: (first < 0 ? pieces : pieces.slice(0, first)).map(({ block }) => block),
    fields,
    others,
    headings: pieces.flatMap(({ heading }) => heading ?? []),
  }
}

function isWithin(
  heading: Heading,
  field: BodyField | 'other' | undefined,
  current: { field: BodyField; heading: Heading } | undefined,
): boolean {
  if (!current || heading.level <= current.heading.level) return false
  return field === undefined || field === current.field
}
