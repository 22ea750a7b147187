// The columns of a notice with the fields they are read from: one walk for the paper, its SQL, and the test that looks for what is hidden.

import { type Catalogue, referenceColumns } from '../catalogue.ts';
import type { RegisterDefinition } from '../define-register.ts';
import type { Field } from '../field.ts';
import { isPublic, type Notice, noticeCode } from './notice.ts';

export type PublicColumn = {
  title: string;
  /** Numbers stand to the right, and a workbook adds them up. */
  isNumber: boolean;
  isMoney: boolean;
} & (
  | { of: 'row' | 'head'; name: string; field: Field }
  /** Of the row that `by` refers to: its table's columns and those of this row that they equal. */
  | { of: 'reference'; name: string; field: Field; target: RegisterDefinition; by: { own: string; key: string }[] }
);

function shownAs(field: Field): Pick<PublicColumn, 'title' | 'isNumber' | 'isMoney'> {
  const title = field.kind === 'region-code' ? field.title.replace(/代码$/, '') : field.title;
  const isMoney = field.kind.startsWith('money');
  return {
    title: field.unit ? `${title}（${field.unit}）` : title,
    isNumber: isMoney || ['integer', 'decimal', 'share'].includes(field.kind),
    isMoney,
  };
}

/** Throws where a column is not there or is hidden: an error of the definition. */
export function publicColumns(catalogue: Catalogue, register: RegisterDefinition, notice: Notice): PublicColumn[] {
  return notice.columns.map((column): PublicColumn => {
    const code = noticeCode(register.code, notice.kind);
    const [name = '', far] = typeof column === 'string' ? column.split('.') : [column.head];
    const field = register.fields[name];
    if (!field) throw new Error(`${code}: there is no field ${name}`);
    if (typeof column !== 'string')
      return { of: 'head', name, field, title: field.kind === 'household-no' ? '户主' : field.title, ...NO_NUMBER };
    if (far === undefined) return { of: 'row', name, field, ...shownAs(field) };
    const target = catalogue.find(field.target ?? '');
    const there = target?.fields[far];
    if (!target || !there || !isPublic(there)) throw new Error(`${code} never prints ${column}`);
    const by = referenceColumns(register, name, target);
    return { of: 'reference', name: far, field: there, target, by, ...shownAs(there) };
  });
}

const NO_NUMBER = { isNumber: false, isMoney: false };

/** The register and the notice that a code names. */
export function findNotice(
  catalogue: Catalogue,
  code: string,
): { register: RegisterDefinition; notice: Notice } | undefined {
  const at = code.lastIndexOf('.');
  const register = catalogue.find(code.slice(0, at));
  const notice = register?.notices?.find(({ kind }) => kind === code.slice(at + 1));
  return register && notice ? { register, notice } : undefined;
}
