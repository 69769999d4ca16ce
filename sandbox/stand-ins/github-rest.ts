import type { GitHub } from './github.ts'
import { json, type ServiceAnswer, type ServiceRequest, text } from './service.ts'

/** A release as far as it is told here. */
export type Release = {
  id: number
  tag: string
  name: string
  body: string
  draft: boolean
  /** Whether GitHub shows it as the latest. */
  latest: boolean
  /** Whether it was published while the repository had immutable releases. */
  immutable: boolean
  /** The names of its files. */
  assets: string[]
}

type State = Pick<GitHub, 'options' | 'releases' | 'tags'>
type Call = { state: State; request: ServiceRequest; repository: string; match: RegExpExecArray }
type Route = [call: RegExp, answer: (call: Call) => ServiceAnswer | undefined]

/** The calls that gh makes in our workflows, by method and what follows the repository's path. */
const ROUTES: Route[] = [
  [/^GET $/u, ({ state, repository }) => json(200, repositoryFields(repository, state.options))],
  [/^GET \/commits\/tags\/([^/]+)$/u, ({ state, match }) => commitOf(state.tags.get(match[1] ?? ''))],
  [/^GET \/releases$/u, ({ state }) => json(200, state.releases.map(releaseFields))],
  [/^GET \/releases\/tags\/([^/]+)$/u, ({ state, match }) => answerWith(publishedAs(state, match[1]))],
  [/^POST \/releases$/u, createRelease],
  [/^PATCH \/releases\/(\d+)$/u, changeRelease],
  [/^DELETE \/releases\/(\d+)$/u, deleteRelease],
  [/^POST \/releases\/(\d+)\/assets$/u, addAsset],
  [/^PATCH \/git\/refs\/tags\/([^/]+)$/u, moveTag],
  [/^POST \/git\/refs$/u, createTag],
]

/** What GitHub's REST API answers to one of the calls of gh in our workflows; undefined where it is none of them. */
export function answerRest(state: State, request: ServiceRequest): ServiceAnswer | undefined {
  const [, repository = '', rest = ''] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/u.exec(request.path) ?? []
  if (!state.options.repositories.includes(repository)) return undefined
  for (const [call, answer] of ROUTES) {
    const match = call.exec(`${request.method} ${rest}`)
    if (match) return answer({ state, request, repository, match })
  }
  return undefined
}

/** An internal repository calls itself private too. */
function repositoryFields(repository: string, { visibility, site }: State['options']): object {
  return {
    full_name: repository,
    private: visibility !== 'public',
    visibility,
    fork: false,
    html_url: `${site}/${repository}`,
  }
}

const commitOf = (sha: string | undefined) => (sha === undefined ? undefined : json(200, { sha }))

const publishedAs = ({ releases }: State, tag: string | undefined) =>
  releases.find((release) => release.tag === tag && !release.draft)

const releaseOf = ({ state, match }: Call) => state.releases.find(({ id }) => id === Number(match[1]))

const answerWith = (release: Release | undefined) => release && json(200, releaseFields(release))

function releaseFields({ id, tag, name, body, draft, immutable, assets }: Release): object {
  return {
    ...{ id, tag_name: tag, name, body, draft, immutable, prerelease: false },
    assets: assets.map((asset) => ({ name: asset, state: 'uploaded' })),
  }
}

function createRelease({ state, request }: Call): ServiceAnswer {
  const { tag_name: tag, name = tag, body = '', draft = false } = Object(request.body)
  const id = 1 + Math.max(0, ...state.releases.map((each) => each.id))
  const release = { id, tag, name, body, draft: true, latest: false, immutable: false, assets: [] }
  state.releases.unshift(release)
  if (!draft) publish(state, release, Object(request.body))
  return json(201, releaseFields(release))
}

function changeRelease(call: Call): ServiceAnswer | undefined {
  const release = releaseOf(call)
  const changes = Object(call.request.body)
  if (release?.draft && changes.draft === false) publish(call.state, release, changes)
  return answerWith(release)
}

/** A release that is published becomes the latest unless it is said not to be. */
function publish({ releases, options }: State, release: Release, { make_latest: latest = 'true' }) {
  release.draft = false
  release.immutable = options.immutableReleases
  if (latest !== 'true') return
  for (const each of releases) each.latest = each === release
}

function deleteRelease(call: Call): ServiceAnswer | undefined {
  const release = releaseOf(call)
  if (!release) return undefined
  call.state.releases.splice(call.state.releases.indexOf(release), 1)
  return text(204)
}

function addAsset(call: Call): ServiceAnswer | undefined {
  const release = releaseOf(call)
  if (release?.immutable) return json(422, { message: 'Cannot upload assets to an immutable release.' })
  release?.assets.push(call.request.query.name ?? '')
  return release && json(201, { name: call.request.query.name, state: 'uploaded' })
}

function moveTag({ state, request, match }: Call): ServiceAnswer {
  const [, tag = ''] = match
  if (!state.tags.has(tag)) return json(422, { message: 'Reference does not exist' })
  state.tags.set(tag, Object(request.body).sha)
  return json(200, { ref: `refs/tags/${tag}` })
}

function createTag({ state, request }: Call): ServiceAnswer {
  const { ref = '', sha = '' } = Object(request.body)
  const tag = String(ref).replace('refs/tags/', '')
  if (state.tags.has(tag)) return json(422, { message: 'Reference already exists' })
  state.tags.set(tag, sha)
  return json(201, { ref })
}
