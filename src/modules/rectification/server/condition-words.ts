// The conditions of a query in words: 资产状况：闲置.

import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Field } from '../../../kernel/register/field.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { namesOf } from '../../regions/server/index.ts';
import type { SimilarFilters } from '../domain/similar.ts';

function valueWords({ kind, values }: Field, value: string, names: ReadonlyMap<number, string>): string {
  if (kind === 'yes-no') return value === 'true' ? '是' : '否';
  if (kind === 'region-code') return names.get(Number(value)) ?? value;
  if (value.includes('..')) {
    const [from = '', to = ''] = value.split('..');
    return `${from ? `${from} 起` : ''}${to ? `至 ${to}` : ''}`;
  }
  return values?.[value] ?? value;
}

export async function conditionWords(
  tx: Tx,
  { fields, states }: RegisterDefinition,
  { filters, state }: SimilarFilters,
): Promise<string[]> {
  const given = Object.entries(filters).flatMap(([name, value]) => {
    const field = fields[name];
    return field && value !== '' ? [{ field, value }] : [];
  });
  const regions = given.filter(({ field }) => field.kind === 'region-code').map(({ value }) => Number(value));
  const names = await namesOf(tx, regions);
  return [
    ...(state === undefined ? [] : [`状态：${states?.names[state] ?? state}`]),
    ...given.map(({ field, value }) => `${field.title}：${valueWords(field, value, names)}`),
  ];
}
