import type { GitHub } from './github.ts'
import { json, type ServiceAnswer, type ServiceRequest } from './service.ts'

/** What GitHub's REST API answers to one of the calls that `gh` makes in our workflows; undefined where it is none of them. */
export function answerRest(
  { options }: Pick<GitHub, 'options'>,
  { method, path }: ServiceRequest,
): ServiceAnswer | undefined {
  const [, repository = '', rest] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/u.exec(path) ?? []
  if (!options.repositories.includes(repository)) return undefined
  if (method === 'GET' && rest === undefined) return json(200, repositoryFields(repository, options))
  return undefined
}

/** An internal repository calls itself private too. */
function repositoryFields(repository: string, { visibility, site }: GitHub['options']): object {
  return {
    full_name: repository,
    private: visibility !== 'public',
    visibility,
    fork: false,
    html_url: `${site}/${repository}`,
  }
}
