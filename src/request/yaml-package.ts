// A module of its own, so that it can be imported dynamically: the bundler knows the names that a CommonJS package exports
// only if it is imported statically.
export { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
