/** What GitHub draws instead of showing it, by the language of a block of code. */
export const isDiagram = (language: string | null | undefined): boolean =>
  /^(?:mermaid|geojson|topojson|stl|math)$/iu.test(language ?? '')

/** Math that GitHub finds in words. A single dollar is a price, or a variable of a shell. */
export const MATH = /\$\$(?:[^$]|\$(?!\$))+\$\$/gu
