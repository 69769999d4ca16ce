export * from '../judges/rendered.ts'
