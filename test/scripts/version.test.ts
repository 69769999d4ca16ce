import { expect, test } from 'vitest'
import { withHeading } from '../../scripts/version.ts'

const changelog = (unreleased: string) =>
  `# Changelog\n\n## [Unreleased]\n${unreleased}\n## [1.0.0] - 2026-12-01\n\n- A\n`

test('what was unreleased gets the heading of its version', () => {
  expect(withHeading(changelog('\n- B\n'), '1.0.1', '2026-12-04')).toBe(
    changelog('\n## [1.0.1] - 2026-12-04\n\n- B\n'),
  )
})

test('a version that has its heading already stays as it is', () => {
  expect(withHeading(changelog(''), '1.0.0', '2026-12-04')).toBe(changelog(''))
})

test('a release that does not say what changed is refused', () => {
  expect(() => withHeading(changelog(''), '1.0.1', '2026-12-04')).toThrow('no text under [Unreleased]')
})
