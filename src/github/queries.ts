import * as z from 'zod/mini'
import type { Thread } from './thread.ts'

// Each query stands beside the shape of its data.

const COMMENT = 'id url body ours: viewerDidAuthor'
// A run that asks for no reactions needs no times either, and may read thousands of comments.
const HISTORY = 'createdAt @include(if: $reactions) reactions: reactionGroups @include(if: $reactions)'
const PAGE = `id locked closed comments(last: $size, before: $before) {
  nodes { ${COMMENT} ${HISTORY} { content viewerHasReacted } }
  pageInfo { hasPreviousPage startCursor }
}`
// What is called an issue may be a pull request.
const ISSUE = `issueOrPullRequest(number: $number) { __typename ... on Issue { ${PAGE} } ... on PullRequest { ${PAGE} } }`
const DISCUSSION = `discussion(number: $number) { __typename ${PAGE} }`

/** Reads a page of comments. If the kind is unknown, both fields are requested, and one of them is null, with an error. */
export const readQuery = (kind: Thread['kind']): string => `
query ($owner: String!, $name: String!, $number: Int!, $size: Int!, $before: String, $reactions: Boolean!) {
  repository(owner: $owner, name: $name) {
    ${kind === 'discussion' ? '' : ISSUE}
    ${kind === undefined || kind === 'discussion' ? DISCUSSION : ''}
  }
}`

const reactionsSchema = z.pipe(
  z.catch(z.nullish(z.array(z.object({ content: z.string(), viewerHasReacted: z.boolean() }))), undefined),
  z.transform((groups): 'unknown' | readonly string[] =>
    groups
      ? groups.filter(({ viewerHasReacted }) => viewerHasReacted).map(({ content }) => content)
      : 'unknown',
  ),
)

const commentSchema = z.object({
  id: z.string(),
  url: z.string(),
  body: z.string(),
  ours: z.boolean(),
  createdAt: z.catch(z.optional(z.string()), undefined),
  reactions: reactionsSchema,
})

/**
 * A comment. `ours` says whether the token's own account wrote it; `reactions` are that account's, as GitHub names them
 * (`HOORAY`), and unknown if GitHub left them out or was not asked; `createdAt` is ISO 8601, and undefined in the same
 * cases; `id` is GraphQL's.
 */
export type Comment = Readonly<z.output<typeof commentSchema>>

// A comment that cannot be read does not spoil the rest of its page.
const nodeSchema = z.catch(z.nullable(commentSchema), null)

const threadSchema = z.object({
  __typename: z.enum(['Issue', 'PullRequest', 'Discussion']),
  id: z.string(),
  locked: z.boolean(),
  closed: z.boolean(),
  comments: z.object({
    nodes: z.array(nodeSchema),
    pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.nullable(z.string()) }),
  }),
})

/** The data of {@link readQuery}. */
export const readSchema = z.object({
  repository: z.union([
    z.object({ issueOrPullRequest: threadSchema }),
    z.object({ discussion: threadSchema }),
  ]),
})

export const ADD_COMMENT = `mutation ($id: ID!, $body: String!, $isDiscussion: Boolean!) {
  addComment(input: { subjectId: $id, body: $body }) @skip(if: $isDiscussion) { commentEdge { node { ${COMMENT} } } }
  addDiscussionComment(input: { discussionId: $id, body: $body }) @include(if: $isDiscussion) { comment { ${COMMENT} } }
}`

/** The data of {@link ADD_COMMENT}. A comment may be stored and yet be missing here. */
export const addedSchema = z.union([
  z.object({
    addComment: z.object({ commentEdge: z.catch(z.nullable(z.object({ node: nodeSchema })), null) }),
  }),
  z.object({ addDiscussionComment: z.object({ comment: nodeSchema }) }),
])

/** The reactions that this action uses: 👀, 🎉 and 🚀. */
export type Reaction = 'EYES' | 'HOORAY' | 'ROCKET'

/** Reacts to a comment, issue, pull request or discussion. */
export const ADD_REACTION = `mutation ($id: ID!, $content: ReactionContent!) {
  addReaction(input: { subjectId: $id, content: $content }) { reaction { content } }
}`

/** The data of {@link ADD_REACTION}. */
export const reactedSchema = z.object({ addReaction: z.object({}) })
