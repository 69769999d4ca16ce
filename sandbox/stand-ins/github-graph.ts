import { readFileSync } from 'node:fs'
import {
  buildClientSchema,
  type DocumentNode,
  executeSync,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  validate,
} from 'graphql'
import { json, type ServiceResponse } from './service.ts'

/** GitHub's message for a temporary fault of its own, which has no type. */
export const WENT_WRONG =
  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. Please include `0123:4567` when reporting this issue.'

/** A function for each field of query and mutation, which gets the field's arguments. */
export type Roots = Readonly<Record<string, (given: Readonly<Record<string, unknown>>) => unknown>>

/**
 * Runs a query or a mutation against GitHub's published schema. GitHub reports errors with status 200: a query that does not
 * fit the schema has errors and no data; a field that fails is null in the data, with an error beside it.
 */
export function runGraph(body: unknown, rootValue: Roots): ServiceResponse {
  const { query, variables } = graphRequest(body)
  const document = parseQuery(query)
  if (!('kind' in document)) return json(200, { errors: document.map(queryError) })
  const errors = validateQuery(query, document)
  if (errors.length > 0) return json(200, { errors: errors.map(queryError) })
  const result = executeSync({ schema: schema(), document, rootValue, variableValues: variables })
  const { data, errors: failed } = result
  return json(200, { ...(data !== undefined && { data }), ...(failed && { errors: failed.map(fieldError) }) })
}

/** Whether a request's body is a mutation. */
export function isMutation(body: unknown): boolean {
  const document = parseQuery(graphRequest(body).query)
  if (!('kind' in document)) return false
  return document.definitions.some(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === 'mutation',
  )
}

/** An error with one of GitHub's types, such as `NOT_FOUND`. */
export function graphError(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } })
}

function graphRequest(body: unknown): { query: string; variables: Readonly<Record<string, unknown>> } {
  const { query, variables } = Object(body)
  return { query: String(query ?? ''), variables: Object(variables) }
}

/** GitHub's form of a field's error: with its type first, and with extensions if something is forbidden. */
function fieldError({ extensions: { type }, path, locations, message }: GraphQLError): object {
  const extensions = type === 'FORBIDDEN' ? { extensions: { saml_failure: false } } : {}
  return { ...(type ? { type } : {}), ...(path && { path }), ...extensions, locations, message }
}

/** GitHub's form of an error of the query itself: with a code. */
function queryError({ locations, message }: GraphQLError): object {
  return { path: ['query'], extensions: { code: 'undefinedField' }, locations, message }
}

const documents = new Map<string, DocumentNode | readonly GraphQLError[]>()

function parseQuery(query: string): DocumentNode | readonly GraphQLError[] {
  const known = documents.get(query)
  if (known) return known
  let document: DocumentNode | readonly GraphQLError[]
  try {
    document = parse(query)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    document = [error]
  }
  documents.set(query, document)
  return document
}

const validated = new Map<string, readonly GraphQLError[]>()

function validateQuery(query: string, document: DocumentNode): readonly GraphQLError[] {
  const errors = validated.get(query) ?? validate(schema(), document)
  validated.set(query, errors)
  return errors
}

let built: GraphQLSchema | undefined

/** Read as a file, since importing the package would always read and build the schema. */
function schema(): GraphQLSchema {
  const path = new URL('schema.json', import.meta.resolve('@octokit/graphql-schema'))
  built ??= buildClientSchema(JSON.parse(readFileSync(path, 'utf8')), { assumeValid: true })
  return built
}
