/** A browser without a screen: follows redirects and keeps cookies by name, all for one origin. */
export function visitor(origin: string) {
  const cookies = new Map<string, string>()

  const send = async (url: URL, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    for (const line of response.headers.getSetCookie()) keep(line)
    const onwards = response.headers.get('location')
    return onwards === null ? response : send(new URL(onwards, url), {})
  }
  const keep = (line: string) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name)
    else cookies.set(name, value)
  }
  const open = (path: string) => send(new URL(path, origin), {})

  return {
    open,
    /** Fills in the form of the embedded provider; answers what comes after it. */
    async signIn(email: string, password: string): Promise<Response> {
      const form = await (await open('/auth/login')).text()
      const action = /action="([^"]+)"/.exec(form)?.[1] ?? ''
      return send(new URL(action, origin), { method: 'POST', body: new URLSearchParams({ email, password }) })
    },
  }
}
