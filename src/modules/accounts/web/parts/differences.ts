// The difference of two recorded states as rows of text; what changed comes first.

export type Difference = {
  field: string;
  label: string;
  before: string | undefined;
  after: string | undefined;
  changed: boolean;
};

/** Chinese names of recorded fields; a field without one is shown by its own name. */
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
  seq: '办理序号',
};

export function differences(before: unknown, after: unknown): Difference[] {
  const old = flatten(before);
  const now = flatten(after);
  const fields = [...new Set([...old.keys(), ...now.keys()])];
  return fields
    .map((field) => {
      const was = old.get(field);
      const is = now.get(field);
      return { field, label: FIELD_NAMES[field] ?? field, before: was, after: is, changed: was !== is };
    })
    .sort((a, b) => Number(b.changed) - Number(a.changed));
}

/** Nested records become dotted names, so that every row is one value. */
function flatten(value: unknown, prefix = '', into = new Map<string, string>()): Map<string, string> {
  if (value === undefined || value === null) return into;
  if (typeof value === 'object' && !Array.isArray(value)) {
    for (const [key, part] of Object.entries(value)) flatten(part, prefix ? `${prefix}.${key}` : key, into);
    return into;
  }
  into.set(prefix || '值', written(value));
  return into;
}

function written(value: unknown): string {
  if (value === true) return '是';
  if (value === false) return '否';
  if (Array.isArray(value))
    return value.map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part))).join('、');
  return String(value);
}
