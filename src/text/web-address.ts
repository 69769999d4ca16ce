/** Browsers and GitHub handle no longer one reliably. */
const MAX_URL_CHARACTERS = 2048

/**
 * An address that a browser opens, as it was parsed: without the white space and line breaks that parsing takes out.
 * Undefined for anything but http and https, and for one with a user's name or password, which would hide its host.
 */
export function webAddress(text: string): string | undefined {
  const url = URL.parse(text)
  const web = url && /^https?:$/u.test(url.protocol) && url.href.length <= MAX_URL_CHARACTERS
  return web && !url.username && !url.password ? url.href : undefined
}
