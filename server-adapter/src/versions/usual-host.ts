/** So many hosts are remembered: a server has few names, and whoever makes up others is judged anew each time. */
const mostKept = 100;
const known = new Map<string, boolean>();

/**
 * Whether a `Host` header is nothing but a name and perhaps a port, so that an address made of it means what it says. Others
 * are refused, or understood, by the framework.
 */
export function isUsualHost(host: string | undefined): boolean {
  if (host === undefined) return false;
  let isUsual = known.get(host);
  if (isUsual === undefined) {
    isUsual = isNameAndPort(host);
    if (known.size < mostKept) known.set(host, isUsual);
  }
  return isUsual;
}

function isNameAndPort(host: string): boolean {
  const address = `http://${host}`;
  return (
    /^[\w.:[\]-]+$/u.test(host) &&
    URL.canParse(address) &&
    new URL(address).hostname === host.replace(/:\d+$/u, '')
  );
}
