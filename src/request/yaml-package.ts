// Loaded late as a module of ours: a bundle knows the names in a CommonJS package only where it is imported at the top.
export { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
