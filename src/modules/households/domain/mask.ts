// How sensitive values are shown where nobody gave a reason to see them.

import { maskId } from '../../../kernel/id-number.ts';

export { maskId };

/** `138****1234`; short numbers keep their last two digits only. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
  return `${'*'.repeat(Math.max(0, phone.length - 2))}${phone.slice(-2)}`;
}

export type PersonSecrets = { id: string; phone: string };

/** What a person's sealed text holds: the ID, and the phone on a second line. */
export function readSecrets(text: string): PersonSecrets {
  const [id = '', phone = ''] = text.split('\n');
  return { id, phone };
}

export function writeSecrets({ id, phone }: PersonSecrets): string {
  return phone === '' ? id : `${id}\n${phone}`;
}
