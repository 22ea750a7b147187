// What `?` tells of a register, read from its definition: what it holds, its key, what must be filled in, what is checked, who keeps it.

import { ROLE_NAMES, type Role } from '../../../kernel/operation.ts';
import { conditionWords } from '../../../kernel/register/conditions.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Field } from '../../../kernel/register/field.ts';
import { PLACE_NAMES } from '../../../kernel/register/places.ts';
import type { PageHelp } from '../frame/help/page-help.ts';

const quoted = (titles: readonly string[]) => titles.map((title) => `“${title}”`).join('、');
const rolesText = (roles: readonly Role[]) => roles.map((role) => ROLE_NAMES[role]).join('、');

/** What each kind of check is about; amounts and fields are told with the row that is refused. */
const CHECK_WORDS: Readonly<Record<string, string>> = {
  order: '日期的先后不能颠倒。',
  parts: '各分项合计必须等于总数。',
  within: '部分不能大于全部。',
  below: '接收地区必须在下达地区之下。',
  'same-place': '有关联的记录必须在同一旗县或嘎查村。',
  agrees: '金额符号和所引用的记录必须一致。',
  levels: '地区的层级必须符合所选的类别。',
  household: '户编号必须在登记册中。',
  age: '开始时须年满规定年龄。',
  spells: '同一对象的起止时间不能重叠。',
  'one-to-one': '双方同一时间只能各对应一个。',
  shares: '同一天各份额合计必须是 100%。',
  sum: '累计数不能超过上一环节的数。',
  balance: '支出不能超过当日余额。',
};

function requiredRules({ fields }: RegisterDefinition): string[] {
  const all = Object.values(fields);
  const always = all.filter(({ required }) => required === true).map(({ title }) => title);
  const sometimes = all.flatMap(({ title, required }: Field) =>
    required === undefined || required === true ? [] : [`“${title}”：${conditionWords(required, fields)}。`],
  );
  return [...(always.length > 0 ? [`必填：${quoted(always)}。`] : []), ...sometimes];
}

/** The words of the columns that have a hint or a list of values. */
function wordsOf({ fields }: RegisterDefinition): [string, string][] {
  return Object.values(fields).flatMap(({ title, hint, values }): [string, string][] => {
    const listed = values ? `可填：${Object.values(values).join('、')}` : '';
    const meaning = [hint, listed].filter(Boolean).join('。');
    return meaning ? [[title, meaning]] : [];
  });
}

export function helpOfRegister(register: RegisterDefinition): PageHelp {
  const { title, unit, place, key, fields, checks = [], roles, shared } = register;
  const kinds = [...new Set(checks.map(({ check }) => check))];
  const seen = shared ? '各地都可以查看全部记录' : '只能看到本区域的记录';
  return {
    purpose: `登记${title}，按${unit}计，每条记录属于${PLACE_NAMES[place]}，${seen}。`,
    rules: [
      `${quoted(key.map((name) => fields[name]?.title ?? name))}相同的是同一条记录，再次导入即为修改。`,
      ...requiredRules(register),
      ...kinds.flatMap((kind) => CHECK_WORDS[kind] ?? []),
      `由${rolesText(roles.write)}登记和修改，${rolesText(roles.import)}可以成批导入。`,
      '写错的记录不删除，用“作废”并写明原因；历次修改都可以查到。',
    ],
    words: wordsOf(register),
  };
}
