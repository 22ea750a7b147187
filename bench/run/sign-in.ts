// Signs an account of a bench in over HTTP; answers the cookie of its session.

export const PASSWORD = 'caoyuan-2026';

/** `address`: where the call seems to come from; sign-ins of one address are held back. */
export async function signIn(url: string, username: string, address?: string, password = PASSWORD): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(address ? { 'x-forwarded-for': address } : {}) },
    body: JSON.stringify({ requestId: crypto.randomUUID(), username, password }),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
