/** Browsers and GitHub handle no longer one reliably. */
const MAX_URL_CHARACTERS = 2048

/**
 * An address that a browser opens, as it was parsed: without the white space and line breaks that parsing takes out.
 * Undefined for anything but http and https, and for one with a user's name or password, which would hide its host.
 */
export function webAddress(text: string): string | undefined {
  const url = text.length <= MAX_URL_CHARACTERS ? URL.parse(text) : null
  const web = url?.protocol === 'https:' || url?.protocol === 'http:'
  return url && web && !url.username && !url.password ? url.href : undefined
}
