import { expect, test } from 'vitest';
import {
  importKey,
  newRawKey,
  randomBytes,
  seal,
  unseal,
  unwrapByPin,
  unwrapByServer,
  wrapByPin,
  wrapByServer,
} from './vault-keys.ts';

const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

test('what is sealed opens with its key, as what it is, and unchanged', async () => {
  const [key, other] = [await importKey(newRawKey()), await importKey(newRawKey())];
  const sealed = await seal(key, new TextEncoder().encode('王小明'), '1/item/a');
  expect(new TextDecoder().decode(sealed)).not.toContain('王小明');
  expect(text(await unseal(key, sealed, '1/item/a'))).toBe('王小明');
  expect(await unseal(other, sealed, '1/item/a')).toBeUndefined();
  expect(await unseal(key, sealed, '1/item/b')).toBeUndefined();
  expect(await unseal(key, sealed, '2/item/a')).toBeUndefined();
  sealed[20] = (sealed[20] ?? 0) ^ 1;
  expect(await unseal(key, sealed, '1/item/a')).toBeUndefined();
});

test('the key opens by the PIN or by what the server gives the account, and by nothing else', async () => {
  const raw = newRawKey();
  const given = base64(randomBytes(32));
  const [byPin, byServer] = [await wrapByPin(raw, '270519', 7), await wrapByServer(raw, given, 7)];
  expect(await unwrapByPin(byPin, '270519', 7)).toEqual(raw);
  expect(await unwrapByPin(byPin, '270518', 7)).toBeUndefined();
  expect(await unwrapByPin(byPin, '270519', 8)).toBeUndefined();
  expect(await unwrapByServer(byServer, given, 7)).toEqual(raw);
  expect(await unwrapByServer(byServer, given, 8)).toBeUndefined();
  expect(await unwrapByServer(byServer, base64(randomBytes(32)), 7)).toBeUndefined();
});
