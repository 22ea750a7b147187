// The difference of two recorded states as rows of text; what changed comes first.

import type { FieldWords, RecordWords } from '../../../../kernel/audit-words.ts';

export type Difference = {
  field: string;
  label: string;
  before: string | undefined;
  after: string | undefined;
  changed: boolean;
};

/** Names of fields that many subjects have; a field without one is shown by its own name. */
const FIELD_NAMES: Record<string, string> = {
  username: '用户名',
  name: '姓名',
  role: '角色',
  areaCode: '所属区域',
  regionCode: '区域',
  department: '部门',
  disabled: '是否停用',
  disabledAt: '停用时间',
  mustChangePassword: '须修改密码',
  lockedUntil: '锁定至',
  state: '状态',
  file: '文件',
  rows: '行数',
  photos: '照片张数',
  format: '格式',
};

/** `words`: how the slice that recorded this reads its fields and codes. */
export function differences(before: unknown, after: unknown, words: RecordWords = {}): Difference[] {
  const old = written(before, words);
  const now = written(after, words);
  const fields = [...new Set([...old.keys(), ...now.keys()])];
  return fields
    .map((field) => {
      const was = old.get(field);
      const is = now.get(field);
      return {
        field,
        label: words[field]?.title ?? FIELD_NAMES[field] ?? field,
        before: was,
        after: is,
        changed: was !== is,
      };
    })
    .sort((a, b) => Number(b.changed) - Number(a.changed));
}

function written(value: unknown, words: RecordWords): Map<string, string> {
  return new Map([...flatten(value)].map(([field, part]) => [field, write(part, words[field])]));
}

/** Nested records become dotted names, so that every row is one value. */
function flatten(value: unknown, prefix = '', into = new Map<string, unknown>()): Map<string, unknown> {
  if (value === undefined || value === null) return into;
  if (typeof value === 'object' && !Array.isArray(value)) {
    for (const [key, part] of Object.entries(value)) flatten(part, prefix ? `${prefix}.${key}` : key, into);
    return into;
  }
  into.set(prefix || '值', value);
  return into;
}

function write(value: unknown, words: FieldWords | undefined): string {
  if (value === true) return '是';
  if (value === false) return '否';
  if (Array.isArray(value))
    return value.map((part) => (typeof part === 'object' ? JSON.stringify(part) : write(part, words))).join('、');
  if (typeof value === 'number' && words?.write) return words.write(value);
  return words?.values?.[String(value)] ?? String(value);
}
