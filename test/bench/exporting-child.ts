// Runs the command in this process, and says at its end how much memory it ever took, in bytes.
process.on('exit', () => process.stderr.write(`${process.resourceUsage().maxRSS * 1024}\n`))
await import('#local/export.ts')
