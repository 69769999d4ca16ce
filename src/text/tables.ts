import type { Table, TableCell } from 'mdast'

/** The cells of a table that are shown, by row: a table is as wide as its header row, the first. */
export function shownCells({ children: rows }: Table): TableCell[][] {
  return rows.map(({ children }) => children.slice(0, rows[0]?.children.length))
}
