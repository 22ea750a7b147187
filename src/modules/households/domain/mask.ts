// How sensitive values are shown where nobody gave a reason to see them.

export { maskPhone } from '../../../kernel/hide-numbers.ts';
export { maskId } from '../../../kernel/id-number.ts';

export type PersonSecrets = { id: string; phone: string };

/** What a person's sealed text holds: the ID, and the phone on a second line. */
export function readSecrets(text: string): PersonSecrets {
  const [id = '', phone = ''] = text.split('\n');
  return { id, phone };
}

export function writeSecrets({ id, phone }: PersonSecrets): string {
  return phone === '' ? id : `${id}\n${phone}`;
}
