import { createHash } from 'node:crypto'
import type { Account, GitHub } from './github.ts'
import { createIssue, listComments, listIssues, readComment } from './github-rest-issues.ts'
import { json, type ServiceRequest, type ServiceResponse, text } from './service.ts'

/** The parts of a release that matter here. */
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
  /** The branch or commit of which the tag is made where there is none. */
  target: string
  /** Its files. */
  assets: Asset[]
}

type Asset = { id: number; name: string; content: string }

/** The members of a pull request that our workflows use. */
export type Pull = { number: number; base: string; head: string; title: string; body: string }

type State = Pick<GitHub, 'options' | 'threads' | 'releases' | 'tags' | 'pulls'> & { viewer: Account }

/** A call of a repository's. */
export type Call = {
  readonly state: State
  readonly request: ServiceRequest
  /** `owner/name` */
  readonly repository: string
  /** What its route matches of its method and path. */
  readonly match: RegExpExecArray
}

type Route = [call: RegExp, answer: (call: Call) => ServiceResponse | undefined]

/** The calls that gh makes in our workflows, by method and what follows the repository's path. */
const ROUTES: Route[] = [
  [/^GET $/u, ({ state, repository }) => json(200, repositoryFields(repository, state.options))],
  [/^GET \/issues$/u, listIssues],
  [/^POST \/issues$/u, createIssue],
  [/^GET \/issues\/(\d+)\/comments$/u, listComments],
  [/^GET \/issues\/comments\/(\d+)$/u, readComment],
  [/^GET \/commits\/tags\/([^/]+)$/u, ({ state, match }) => commitOf(state.tags.get(match[1] ?? ''))],
  [/^GET \/releases$/u, ({ state }) => json(200, state.releases.map(releaseFields))],
  [/^GET \/releases\/tags\/([^/]+)$/u, ({ state, match }) => answerWith(publishedAs(state, match[1]))],
  [/^POST \/releases$/u, createRelease],
  [/^GET \/releases\/(\d+)$/u, (call) => answerWith(releaseOf(call))],
  [/^PATCH \/releases\/(\d+)$/u, changeRelease],
  [/^DELETE \/releases\/(\d+)$/u, deleteRelease],
  [/^POST \/releases\/(\d+)\/assets$/u, addAsset],
  [/^DELETE \/releases\/assets\/(\d+)$/u, deleteAsset],
  [/^GET \/pulls$/u, listPulls],
  [/^POST \/pulls$/u, createPull],
  [/^PATCH \/git\/refs\/tags\/([^/]+)$/u, moveTag],
  [/^POST \/git\/refs$/u, createTag],
]

/** The response of GitHub's REST API to a call that gh makes in our workflows; undefined for any other. */
export function answerRest(state: State, request: ServiceRequest): ServiceResponse | undefined {
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

function releaseFields({ id, tag, name, body, draft, immutable, target, assets }: Release): object {
  return {
    ...{ id, tag_name: tag, name, body, draft, immutable, prerelease: false },
    target_commitish: target,
    assets: assets.map(assetFields),
  }
}

function assetFields({ id, name, content }: Asset): object {
  const digest = createHash('sha256').update(Buffer.from(content, 'base64')).digest('hex')
  return { id, name, state: 'uploaded', digest: `sha256:${digest}` }
}

function createRelease({ state, request }: Call): ServiceResponse {
  const { tag_name: tag, name = tag, body = '', draft = false } = Object(request.body)
  const { target_commitish: target = 'main' } = Object(request.body)
  const id = 1 + Math.max(0, ...state.releases.map((each) => each.id))
  const release = { id, tag, name, body, draft: true, latest: false, immutable: false, target, assets: [] }
  state.releases.unshift(release)
  if (!draft) publish(state, release, Object(request.body))
  return json(201, releaseFields(release))
}

function changeRelease(call: Call): ServiceResponse | undefined {
  const release = releaseOf(call)
  const changes = Object(call.request.body)
  if (release?.draft && changes.draft === false) publish(call.state, release, changes)
  return answerWith(release)
}

/** A release that is published becomes the latest, unless `make_latest` says otherwise. */
function publish({ releases, options }: State, release: Release, { make_latest: latest = 'true' }) {
  release.draft = false
  release.immutable = options.immutableReleases
  if (latest !== 'true') return
  for (const each of releases) each.latest = each === release
}

function deleteRelease(call: Call): ServiceResponse | undefined {
  const release = releaseOf(call)
  if (!release) return undefined
  call.state.releases.splice(call.state.releases.indexOf(release), 1)
  return text(204)
}

function addAsset(call: Call): ServiceResponse | undefined {
  const release = releaseOf(call)
  if (release?.immutable) return json(422, { message: 'Cannot upload assets to an immutable release.' })
  const { name = '' } = call.request.query
  if (release?.assets.some((each) => each.name === name)) return json(422, { message: 'Validation Failed' })
  const ids = call.state.releases.flatMap(({ assets }) => assets.map(({ id }) => id))
  const asset = { id: 1 + Math.max(0, ...ids), name, content: Object(call.request.body).content }
  release?.assets.push(asset)
  return release && json(201, assetFields(asset))
}

function deleteAsset({ state, match }: Call): ServiceResponse | undefined {
  const release = state.releases.find(({ assets }) => assets.some(({ id }) => id === Number(match[1])))
  if (!release) return undefined
  if (release.immutable) return json(422, { message: 'Cannot delete asset from an immutable release.' })
  release.assets = release.assets.filter(({ id }) => id !== Number(match[1]))
  return text(204)
}

function listPulls({ state, request }: Call): ServiceResponse {
  const [, head] = (request.query.head ?? '').split(':')
  return json(
    200,
    state.pulls.filter((pull) => pull.head === head),
  )
}

function createPull({ state, request, repository }: Call): ServiceResponse {
  const { base, head, title, body } = Object(request.body)
  if (state.pulls.some((pull) => pull.head === head && pull.base === base))
    return json(422, { message: 'Validation Failed' })
  const number = state.pulls.length + 1
  state.pulls.push({ number, base, head, title, body })
  return json(201, { number, html_url: `${state.options.site}/${repository}/pull/${number}` })
}

function moveTag({ state, request, match }: Call): ServiceResponse {
  const [, tag = ''] = match
  if (!state.tags.has(tag)) return json(422, { message: 'Reference does not exist' })
  state.tags.set(tag, Object(request.body).sha)
  return json(200, { ref: `refs/tags/${tag}` })
}

function createTag({ state, request }: Call): ServiceResponse {
  const { ref = '', sha = '' } = Object(request.body)
  const tag = String(ref).replace('refs/tags/', '')
  if (state.tags.has(tag)) return json(422, { message: 'Reference already exists' })
  state.tags.set(tag, sha)
  return json(201, { ref })
}
