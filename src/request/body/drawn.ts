/** Languages of code blocks that GitHub draws as diagrams or maps. */
export const isDiagram = (language: string | null | undefined): boolean =>
  /^(?:mermaid|geojson|topojson|stl|math)$/iu.test(language ?? '')

/** Math within words. A single dollar is no math: it begins a price or a shell variable. */
export const MATH = /\$\$(?:[^$]|\$(?!\$))+\$\$/gu

/** A tag, or the beginning of a comment, an instruction, a declaration or CDATA. `a<b` is none. */
const TAG = /<(?:[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>|\/[a-z][a-z\d-]*\s*>|!--|\?|![a-z]|!\[CDATA\[)/iu

/** Whether a formula contains a tag. GitHub reads HTML before it reads math, so the tag may hide what follows. */
export const holdsTag = ({ value }: { readonly value: string }): boolean => TAG.test(value)
