/** The name of this repository, whoever owns it. */
const NAME = 'harmonica-session-action'

/** Stands for the owner in package.json until there is one. */
const PLACEHOLDER = '<owner>'

/** What is said of the placeholder, which goes with it: paragraphs with the empty lines below them, or parts of a sentence. */
const PASSAGES =
  /^<!-- placeholder:start -->\n.*?<!-- placeholder:end -->\n+|<!-- placeholder:start -->.*?<!-- placeholder:end -->/gmsu

/** The name of an account on GitHub. */
const OWNER = /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/iu

/**
 * The repository that package.json names, such as `octo-org/harmonica-session-action`: the one place where its owner is
 * set.
 *
 * @throws Error when it names no repository of this name on GitHub
 */
export function readRepository(packageJson: string): string {
  const { repository } = JSON.parse(packageJson)
  const [, owner] = /^github:(<owner>|[a-z\d](?:[a-z\d-]*[a-z\d])?)\//iu.exec(repository) ?? []
  if (owner === undefined || repository !== `github:${owner}/${NAME}`) {
    throw new Error(`package.json's repository is ${repository}. Write it as github:${PLACEHOLDER}/${NAME}.`)
  }
  return `${owner}/${NAME}`
}

/** Who is going to own this repository. */
export type Owner = {
  readonly name: string
  /** Of an organization, the team that reviews its code. */
  readonly team: string | undefined
}

/**
 * Reads the arguments of `npm run owner`.
 *
 * @throws Error that says which one is wrong
 */
export function readOwner([name = '', team]: readonly string[]): Owner {
  const usage = 'For example: npm run owner -- octo-org maintainers'
  if (!OWNER.test(name))
    throw new Error(`The owner is '${name}'; it has to be an account's name on GitHub.\n${usage}`)
  if (team !== undefined && !/^[\w-]+$/u.test(team))
    throw new Error(`The team is '${team}'; it has to be the last part of the team's address.\n${usage}`)
  return { name, team }
}

/** A package.json of a repository of this owner. */
export const withOwner = (packageJson: string, { name }: Owner): string =>
  packageJson.replace(/(?<="repository": ")[^"]*/u, `github:${name}/${NAME}`)

/** A CODEOWNERS in which a team reviews all that an account did. */
export const withTeam = (text: string, { name, team }: Owner): string =>
  team === undefined
    ? text
    : text.replaceAll(new RegExp(`(?<=^[^#\\n]*\\s@${name})(?=\\s|$)`, 'gmu'), `/${team}`)

/** A CODEOWNERS with the owner of this repository in the place of each owner; a team of it stays that team. */
export function withCodeOwner(text: string, repository: string): string {
  const [owner = ''] = repository.split('/')
  return text.replaceAll(/^(?!#).*$/gmu, (rule) =>
    rule.replaceAll(new RegExp(`(?<=\\s@)(?:${PLACEHOLDER}|[a-z\\d-]+)(?=[/\\s]|$)`, 'giu'), owner),
  )
}

/** The text with this repository wherever it named one of this name, and silent about the placeholder once that is gone. */
export function withRepository(text: string, repository: string): string {
  const named = text.replaceAll(
    new RegExp(`(?:${PLACEHOLDER}|(?<![\\w.-])[a-z\\d-]+)/${NAME}(?![\\w.-])`, 'giu'),
    repository,
  )
  return repository.startsWith(PLACEHOLDER) ? named : named.replaceAll(PASSAGES, '')
}
