// All registers of the product together: the composition hands them to whatever works on files of many registers.

import type { RegisterDefinition } from './define-register.ts';

export type Catalogue = {
  registers: readonly RegisterDefinition[];
  find: (code: string) => RegisterDefinition | undefined;
  /** References into a register, with the register that holds them. */
  referringTo: (code: string) => { register: RegisterDefinition; field: string }[];
};

/** Throws where two registers share a code or a table. */
export function catalogueOf(registers: readonly RegisterDefinition[]): Catalogue {
  const byCode = new Map(registers.map((register) => [register.code, register]));
  if (byCode.size < registers.length || new Set(registers.map(({ table }) => table)).size < registers.length)
    throw new Error('two registers share a code or a table');
  return {
    registers,
    find: (code) => byCode.get(code),
    referringTo: (code) =>
      registers.flatMap((register) =>
        Object.entries(register.fields).flatMap(([field, { target }]) =>
          target === code ? [{ register, field }] : [],
        ),
      ),
  };
}

/**
 * The columns of a reference: for each key field of the register it points at, the field of this row that holds it. The reference
 * itself is the one of the same header, else the last; the others have the same header here. Throws where one is missing.
 */
export function referenceColumns(
  register: RegisterDefinition,
  field: string,
  target: RegisterDefinition,
): { own: string; key: string }[] {
  const named = target.key.find((key) => target.fields[key]?.title === register.fields[field]?.title);
  const itself = named ?? target.key.at(-1);
  return target.key.map((key) => {
    if (key === itself) return { own: field, key };
    const title = target.fields[key]?.title;
    const own = Object.entries(register.fields).find(([, one]) => one.title === title)?.[0];
    if (!own) throw new Error(`${register.code}.${field}: ${title} of ${target.code} has no column of that name here`);
    return { own, key };
  });
}
