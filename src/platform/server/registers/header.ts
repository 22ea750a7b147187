// What a register looks for in the header of a file.

import type { NamedColumn } from '../../../kernel/match-headers.ts';
import { MONEY_PLACES } from '../../../kernel/register/amounts.ts';
import { allFields, type RegisterDefinition, synonymsOf } from '../../../kernel/register/define-register.ts';

const YUAN: Readonly<Record<string, number>> = { 元: 1, 千元: 1000, 万元: 10_000, 亿元: 100_000_000 };

/** Its columns as a header may name them; those required `yes` make the header. */
export function namedColumns(register: RegisterDefinition): NamedColumn[] {
  return allFields(register).map(([, field]) => ({
    title: field.title,
    synonyms: synonymsOf(field),
    required: field.required === true,
    ...(field.kind.startsWith('money') ? { money: true, usualUnit: YUAN[field.unit ?? ''] ?? 1 } : {}),
  }));
}

/** The word of a unit that counts so many yuan. */
export function unitWord(yuan: number): string {
  return Object.keys(MONEY_PLACES).find((word) => YUAN[word] === yuan) ?? '元';
}
