import * as z from 'zod/mini'
import type { Thread } from './thread.ts'

// Each query stands beside the shape of its data.

const COMMENT = 'id url body ours: viewerDidAuthor'
const PAGE = `id locked comments(last: $size, before: $before) {
  nodes { ${COMMENT} reactions: reactionGroups @include(if: $reactions) { content viewerHasReacted } }
  pageInfo { hasPreviousPage startCursor }
}`
// An issue's number may turn out to be a pull request's.
const ISSUE = `issueOrPullRequest(number: $number) { __typename ... on Issue { ${PAGE} } ... on PullRequest { ${PAGE} } }`
const DISCUSSION = `discussion(number: $number) { __typename ${PAGE} }`

/** Reads a page of comments. Where the kind is not known, one of the two fields is null, beside an error. */
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
  reactions: reactionsSchema,
})

/**
 * A comment that is there. `ours` tells whether the token's own account wrote it; `reactions` are that account's, in GitHub's
 * words (`HOORAY`), and unknown where GitHub left them out or was not asked; `id` is GraphQL's.
 */
export type Comment = Readonly<z.output<typeof commentSchema>>

// One that can't be read costs nothing but itself.
const nodeSchema = z.catch(z.nullable(commentSchema), null)

const threadSchema = z.object({
  __typename: z.enum(['Issue', 'PullRequest', 'Discussion']),
  id: z.string(),
  locked: z.boolean(),
  comments: z.object({
    nodes: z.array(nodeSchema),
    pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.nullable(z.string()) }),
  }),
})

/** What {@link readQuery} asks for. */
export const readSchema = z.object({
  repository: z.union([
    z.object({ issueOrPullRequest: threadSchema }),
    z.object({ discussion: threadSchema }),
  ]),
})

/** Posts a comment. */
export const ADD_COMMENT = `mutation ($id: ID!, $body: String!, $isDiscussion: Boolean!) {
  addComment(input: { subjectId: $id, body: $body }) @skip(if: $isDiscussion) { commentEdge { node { ${COMMENT} } } }
  addDiscussionComment(input: { discussionId: $id, body: $body }) @include(if: $isDiscussion) { comment { ${COMMENT} } }
}`

/** What {@link ADD_COMMENT} asks for. A comment may be stored and left out of the response. */
export const addedSchema = z.union([
  z.object({
    addComment: z.object({ commentEdge: z.catch(z.nullable(z.object({ node: nodeSchema })), null) }),
  }),
  z.object({ addDiscussionComment: z.object({ comment: nodeSchema }) }),
])

/** How this action reacts, in GitHub's words: 👀, 🎉 and 🚀. */
export type Reaction = 'EYES' | 'HOORAY' | 'ROCKET'

/** Reacts to a comment, or to what it stands on. */
export const ADD_REACTION = `mutation ($id: ID!, $content: ReactionContent!) {
  addReaction(input: { subjectId: $id, content: $content }) { reaction { content } }
}`

/** What {@link ADD_REACTION} asks for. */
export const reactedSchema = z.object({ addReaction: z.object({}) })
