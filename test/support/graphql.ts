/** A field that a query asks for, or a fragment on a type. */
export interface Selection {
  readonly name: string
  readonly alias: string
  readonly args: Readonly<Record<string, unknown>>
  /** The type of an inline fragment, whose name and alias are empty. */
  readonly on?: string
  readonly selections: readonly Selection[]
}

/** The one operation of a document. */
export interface Operation {
  readonly type: 'query' | 'mutation'
  readonly selections: readonly Selection[]
}

/** An error as GitHub reports it: with HTTP 200, beside `data`. */
export class GraphqlError extends Error {
  readonly details: Readonly<Record<string, unknown>>

  constructor(message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.details = details
  }
}

const tokenPattern = /#.*|"(?:\\.|[^"\\])*"|\.\.\.|\$?[A-Za-z_]\w*|-?\d+|[{}()[\]:!=]|[^\s,]/g

/** Reads one operation with fields, arguments, aliases, variables and inline fragments; no more than that. */
export function parseOperation(query: string, variables: Readonly<Record<string, unknown>>): Operation {
  return new Parser(query, variables).operation()
}

class Parser {
  readonly #tokens: string[]
  readonly #variables: Readonly<Record<string, unknown>>
  readonly #declared = new Set<string>()

  constructor(query: string, variables: Readonly<Record<string, unknown>>) {
    this.#tokens = (query.match(tokenPattern) ?? []).filter((token) => !token.startsWith('#'))
    this.#variables = variables
  }

  operation(): Operation {
    let type: Operation['type'] = 'query'
    if (this.#peek() !== '{') {
      const word = this.#take()
      if (word !== 'query' && word !== 'mutation') throw this.#unexpected(word)
      type = word
      if (this.#peek() !== '(' && this.#peek() !== '{') this.#take()
      if (this.#skip('(')) this.#declarations()
    }
    const selections = this.#selections()
    if (this.#tokens.length > 0) throw this.#unexpected(this.#peek())
    return { type, selections }
  }

  #declarations(): void {
    while (!this.#skip(')')) {
      const token = this.#take()
      if (token.startsWith('$')) this.#declared.add(token.slice(1))
    }
  }

  #selections(): Selection[] {
    this.#expect('{')
    const selections: Selection[] = []
    while (!this.#skip('}')) selections.push(this.#skip('...') ? this.#fragment() : this.#field())
    return selections
  }

  #fragment(): Selection {
    this.#expect('on')
    return { name: '', alias: '', args: {}, on: this.#take(), selections: this.#selections() }
  }

  #field(): Selection {
    const alias = this.#name()
    const name = this.#skip(':') ? this.#name() : alias
    const args = this.#skip('(') ? this.#members(')') : {}
    return { name, alias, args, selections: this.#peek() === '{' ? this.#selections() : [] }
  }

  #members(end: string): Record<string, unknown> {
    const members: Record<string, unknown> = {}
    while (!this.#skip(end)) {
      const name = this.#name()
      this.#expect(':')
      members[name] = this.#value()
    }
    return members
  }

  #value(): unknown {
    const token = this.#take()
    if (token === '{') return this.#members('}')
    if (token.startsWith('$')) return this.#variable(token.slice(1))
    if (token.startsWith('"')) return JSON.parse(token)
    if (/^-?\d/.test(token)) return Number(token)
    const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null }
    return token in words ? words[token] : token
  }

  #variable(name: string): unknown {
    if (!this.#declared.has(name)) throw new GraphqlError(`Variable $${name} is used but not declared`)
    return this.#variables[name]
  }

  #name(): string {
    const token = this.#take()
    if (!/^[A-Za-z_]/.test(token)) throw this.#unexpected(token)
    return token
  }

  #peek(): string | undefined {
    return this.#tokens[0]
  }

  #take(): string {
    const token = this.#tokens.shift()
    if (token === undefined) throw this.#unexpected(token)
    return token
  }

  #skip(token: string): boolean {
    if (this.#peek() !== token) return false
    this.#tokens.shift()
    return true
  }

  #expect(token: string): void {
    if (!this.#skip(token)) throw this.#unexpected(this.#peek())
  }

  #unexpected(token: string | undefined): GraphqlError {
    return new GraphqlError(token === undefined ? 'Unexpected end of document' : `Unexpected token ${token}`)
  }
}

/** An object of a type; a member that is a function takes the field's arguments. */
export interface Resolvable {
  readonly __typename: string
  /** The interface it is seen through, whose fields alone may be asked for outside of a fragment. */
  readonly through?: { readonly name: string; readonly fields: readonly string[] }
  readonly [field: string]: unknown
}

/** Answers just what was asked for; an unknown field is an error, as GitHub makes it one. */
export function select(object: Resolvable, selections: readonly Selection[]): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const selection of selections) {
    if (selection.on === object.__typename) {
      const { through: _, ...whole } = object
      Object.assign(found, select(whole as Resolvable, selection.selections))
    } else if (selection.on === undefined) found[selection.alias] = selectField(object, selection)
  }
  return found
}

function selectField(object: Resolvable, { name, args, selections }: Selection): unknown {
  const { __typename, through } = object
  const known = Object.hasOwn(object, name) && name !== 'through' && (through?.fields.includes(name) ?? true)
  if (!known) throw unknownField(name, through?.name ?? __typename)
  const member = object[name]
  const value: unknown = typeof member === 'function' ? member(args) : member
  if (Array.isArray(value)) return value.map((item: Resolvable) => select(item, selections))
  if (typeof value !== 'object' || value === null) return value
  if (selections.length === 0) {
    throw new GraphqlError(
      `Field must have selections (field '${name}' returns an object but has no selections)`,
    )
  }
  return select(value as Resolvable, selections)
}

function unknownField(fieldName: string, typeName: string): GraphqlError {
  const extensions = { code: 'undefinedField', typeName, fieldName }
  return new GraphqlError(`Field '${fieldName}' doesn't exist on type '${typeName}'`, { extensions })
}
