/** Languages of code blocks that GitHub draws as diagrams or maps. */
export const isDiagram = (language: string | null | undefined): boolean =>
  /^(?:mermaid|geojson|topojson|stl|math)$/iu.test(language ?? '')

/** Math within words. A single dollar is no math: it begins a price or a shell variable. */
export const MATH = /\$\$(?:[^$]|\$(?!\$))+\$\$/gu
