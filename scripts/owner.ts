/** The name of this repository, whoever owns it. */
const NAME = 'harmonica-session-action'

/** Stands for the owner in package.json until there is one. */
const PLACEHOLDER = '<owner>'

/** What is said of the placeholder, which goes with it. */
const PASSAGES = /<!-- placeholder:start -->.*?<!-- placeholder:end -->/gsu

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
