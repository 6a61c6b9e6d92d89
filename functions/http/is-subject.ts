/**
 * Whether a provider's identifier of somebody can be taken: 1 to 255 characters of ASCII (OpenID Connect Core 1.0,
 * section 2). It is part of keys, which have a limit too.
 */
export const isSubject = (sub: unknown): sub is string => typeof sub === 'string' && /^[\x20-\x7e]{1,255}$/.test(sub)
