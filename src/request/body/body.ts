// One chunk, loaded only by runs that read a body.
export { readBody } from './read-body.ts'
export { reportBody } from './report-body.ts'
