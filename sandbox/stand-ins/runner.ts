import { join } from 'node:path'

/** The variables that a runner sets besides the inputs; its files are in the folder `home`. */
export const runnersOwn = (home: string): Record<string, string> => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: 'issues',
  GITHUB_EVENT_PATH: join(home, 'event.json'),
  GITHUB_OUTPUT: join(home, 'output'),
  GITHUB_STEP_SUMMARY: join(home, 'summary'),
  GITHUB_WORKSPACE: home,
  GITHUB_REPOSITORY: 'octo-org/octo-repo',
  GITHUB_REPOSITORY_ID: '17273051',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_RUN_ID: '9876543210',
  GITHUB_RUN_NUMBER: '12',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_WORKFLOW: 'Retro',
  GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/retro.yml@refs/heads/main',
  GITHUB_JOB: 'open',
  GITHUB_ACTION: 'session',
})
