/** Node's `url.parse` for the worker's bundle: the parts that `yoastseo` reads to tell internal links from others. */
export function parse(address: string): { protocol: string | null; hostname: string | null } {
  try {
    const { protocol, hostname } = new URL(address.startsWith('//') ? `https:${address}` : address);
    return { protocol, hostname: hostname || null };
  } catch {
    return { protocol: null, hostname: null };
  }
}

export default { parse };
