/** The name of this repository, whoever owns it. */
export const OWN_NAME = 'harmonica-session-action'

/**
 * A workflow with its `uses: $/…` written out. `$/` means the workflow's own repository at its own commit; actionlint,
 * the language service and act don't know it.
 *
 * @param repository such as `octo-org/harmonica-session-action`
 * @param ref the branch, tag or commit that stands for the workflow's own commit
 */
export function writeOutSelfReferences(workflow: string, repository: string, ref: string): string {
  return workflow.replaceAll(/(?<=\buses: *)\$(\/[\w./-]*)/gu, (_, path: string) =>
    path === '/' ? `${repository}@${ref}` : `${repository}${path}@${ref}`,
  )
}
