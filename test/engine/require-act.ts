import { spawnSync } from 'node:child_process'

/** Ends `npm run engine` before any test where act or jq is missing, and says how to get it. */
if (spawnSync('jq', ['--version']).status !== 0) {
  process.stderr.write(
    'jq is not on the PATH. Runners have it, and the workflows read JSON with it: https://jqlang.org/download\n',
  )
  process.exitCode = 1
} else if (spawnSync('act', ['--version']).status !== 0) {
  process.stderr.write(
    `act is not on the PATH. It runs GitHub's workflows on this machine, and npm can't install it. Python can:

  python3 -m venv ~/.act && ~/.act/bin/pip install --require-hashes --requirement .ci/tools.txt
  PATH="$HOME/.act/bin:$PATH" npm run engine
`,
  )
  process.exitCode = 1
}
