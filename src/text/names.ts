/** `joinUrl` as `join-url`: how the action's inputs and outputs are named. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
}

/** `joinUrl` as `join_url`: how Harmonica's API names its fields. */
export function snakeCase(name: string): string {
  return kebabCase(name).replaceAll('-', '_')
}
