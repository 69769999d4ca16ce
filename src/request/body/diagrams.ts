/** What GitHub draws instead of showing it, by the language of a block of code. */
export const isDiagram = (language: string | null | undefined): boolean =>
  /^(?:mermaid|geojson|topojson|stl|math)$/iu.test(language ?? '')
