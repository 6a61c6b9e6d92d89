/** Loaded before a function: whatever name it looks up is this machine, so that nothing of a test can reach any other. */
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'

const lookup = dns.lookup
dns.lookup = Object.assign(
  (_host: string, ...rest: unknown[]) => Reflect.apply(lookup, dns, ['127.0.0.1', ...rest]),
  lookup,
) as typeof lookup
syncBuiltinESMExports()
