// The files of a folder that belong to registers: KIND.csv, KIND.xlsx, KIND-1.csv … in the order in which they are read.

import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../../kernel/register/catalogue.ts';
import type { SetFile } from '../../platform/server/registers/import-set.ts';

const NAME = /^([a-z][a-z-]*?)(?:-(\d+))?\.(csv|xlsx)$/i;

/** Files of registers, and the names of all others; folders are nothing to it. */
export function registerFilesOf(folder: string, catalogue: Catalogue): { files: SetFile[]; left: string[] } {
  const names = readdirSync(folder).filter((name) => statSync(path.join(folder, name)).isFile());
  const found = names.flatMap((name) => {
    const [, code = '', number = '0', form = ''] = NAME.exec(name) ?? [];
    const register = catalogue.find(code.toLowerCase());
    return register ? [{ name, register: register.code, number: Number(number), form: form.toLowerCase() }] : [];
  });
  found.sort((a, b) => compare(a.register, b.register) || a.number - b.number || compare(a.form, b.form));
  const files = found.map(({ name, register }) => ({ path: path.join(folder, name), name, register }));
  const taken = new Set(files.map(({ name }) => name));
  return { files, left: names.filter((name) => !taken.has(name)).sort() };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
