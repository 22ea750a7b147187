// Which register a file is of, told from its name.

import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';

type Named = Pick<RegisterDefinition, 'code' | 'title'>;

/** `targets-2.csv` and `2022年目标任务.xlsx` alike; the longest title goes before one it contains. */
export function guessRegister(fileName: string, registers: readonly Named[]): string | undefined {
  const name = fileName.toLowerCase().replaceAll('_', '-');
  const stem = name.replace(/\.[a-z]+$/, '').replace(/(-\d+|\s*\(\d+\))$/, '');
  const exact = registers.find(({ code }) => code === stem);
  if (exact) return exact.code;
  const named = registers.filter(({ title, code }) => name.includes(title) || name.startsWith(`${code}-`));
  return named.sort((a, b) => b.title.length - a.title.length)[0]?.code;
}
