export * from '../judges/runner-commands.ts'
