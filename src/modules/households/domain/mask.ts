// How sensitive values are shown where nobody gave a reason to see them.

import { maskId } from '../../../kernel/id-number.ts';

export { maskId };

/** `138****1234`; short numbers keep their last two digits only, very short ones nothing. */
export function maskPhone(phone: string): string {
  const characters = [...phone];
  const { length } = characters;
  if (length >= 11)
    return `${characters.slice(0, 3).join('')}${'*'.repeat(length - 7)}${characters.slice(-4).join('')}`;
  const kept = length > 4 ? 2 : 0;
  return `${'*'.repeat(length - kept)}${characters.slice(length - kept).join('')}`;
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
