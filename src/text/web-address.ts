/** Browsers and GitHub do not handle longer addresses reliably. */
const MAX_URL_CHARACTERS = 2048

/**
 * An address as a browser parses it, without white space and line breaks. Undefined for anything but http and https, for one
 * that is too long, and for one with a user name or password, which would hide its host.
 */
export function webAddress(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url || !/^https?:$/u.test(url.protocol) || url.href.length > MAX_URL_CHARACTERS) return undefined
  return url.username || url.password ? undefined : url.href
}
