/** What Octokit has of its plugins: neither `octokit.rest` nor `octokit.paginate`. */
export type Api = Record<never, never>
export type PaginateInterface = never
