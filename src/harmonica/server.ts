export type Server = {
  /** The API's address, without a slash at its end: `https://app.harmonica.chat/api/v1`. */
  readonly apiUrl: string
  /** What the addresses of pages for people begin with, join links included: `https://app.harmonica.chat`. */
  readonly appUrl: string
  /** Whether it is the public service. */
  readonly isDefault: boolean
}

export const DEFAULT_APP_URL = 'https://app.harmonica.chat'

/** The server whose pages are at `appUrl`. */
export function serverAt(appUrl: string): Server {
  return { apiUrl: `${appUrl}/api/v1`, appUrl, isDefault: appUrl === DEFAULT_APP_URL }
}
