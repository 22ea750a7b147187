// PostgreSQL's `hashtext` for bytes at hand: Bob Jenkins' lookup3 as in src/common/hashfn.c (`hash_bytes`). Other builds and
// byte orders may hash otherwise: whoever relies on it asks the server first whether it agrees.

const SEED = (0x9e3779b9 + 3923095) | 0;

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** Up to four bytes at `at`, the first one lowest. */
function word(bytes: Uint8Array, at: number, end: number): number {
  let value = 0;
  for (let i = Math.min(at + 4, end) - 1; i >= at; i--) value = (value << 8) | (bytes[i] as number);
  return value;
}

/** `hashtext` of the UTF-8 text from `start` to `end`, as the signed 32-bit integer that PostgreSQL answers. */
export function hashtext(bytes: Uint8Array, start: number, end: number): number {
  let a = (SEED + end - start) | 0;
  let b = a;
  let c = a;
  let at = start;
  for (; end - at >= 12; at += 12) {
    a = (a + word(bytes, at, end)) | 0;
    b = (b + word(bytes, at + 4, end)) | 0;
    c = (c + word(bytes, at + 8, end)) | 0;
    a = ((a - c) ^ rotate(c, 4)) | 0;
    c = (c + b) | 0;
    b = ((b - a) ^ rotate(a, 6)) | 0;
    a = (a + c) | 0;
    c = ((c - b) ^ rotate(b, 8)) | 0;
    b = (b + a) | 0;
    a = ((a - c) ^ rotate(c, 16)) | 0;
    c = (c + b) | 0;
    b = ((b - a) ^ rotate(a, 19)) | 0;
    a = (a + c) | 0;
    c = ((c - b) ^ rotate(b, 4)) | 0;
    b = (b + a) | 0;
  }
  a = (a + word(bytes, at, end)) | 0;
  b = (b + word(bytes, at + 4, end)) | 0;
  // The lowest byte of the last word is kept for the length.
  c = (c + (word(bytes, at + 8, end) << 8)) | 0;
  c = ((c ^ b) - rotate(b, 14)) | 0;
  a = ((a ^ c) - rotate(c, 11)) | 0;
  b = ((b ^ a) - rotate(a, 25)) | 0;
  c = ((c ^ b) - rotate(b, 16)) | 0;
  a = ((a ^ c) - rotate(c, 4)) | 0;
  b = ((b ^ a) - rotate(a, 14)) | 0;
  return ((c ^ b) - rotate(b, 24)) | 0;
}
