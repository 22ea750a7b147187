/**
 * The results of promises that run side by side, once all of them have ended. Throws the first error, but not before: what
 * still works in a transaction must not find it rolled back, and go on outside it.
 */
export async function allEnded<const T extends readonly unknown[]>(
  promises: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
