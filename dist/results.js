process.argv[2] = 'results'
await import('./index.js')
