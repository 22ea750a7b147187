// The layout of docs/architecture.md holds, and the check that says so does see the files and does find violations.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findImports, listProgramFiles, readImports } from './architecture/imports.ts';
import { findViolations, printSliceTable, SLICES } from './architecture/rules.ts';

const ROOT = path.dirname(import.meta.dirname);
const files = listProgramFiles(ROOT, 'src');
const imports = readImports(ROOT, files);

describe('who imports whom', () => {
  test('all files of all floors were seen', () => {
    expect(files.length).toBeGreaterThan(150);
    for (const floor of ['src/kernel/', 'src/platform/server/', 'src/platform/web/', 'src/app/'])
      expect(files.filter((file) => file.startsWith(floor)).length, floor).toBeGreaterThan(2);
    for (const slice of Object.keys(SLICES))
      expect(
        files.some((file) => file.startsWith(`src/modules/${slice}/`)),
        slice,
      ).toBe(true);
    const found = [...imports.values()].flat();
    expect(found.filter((target) => target.startsWith('src/')).length).toBeGreaterThan(400);
    const missing = found.filter((target) => target.startsWith('src/') && !existsSync(path.join(ROOT, target)));
    expect(missing).toEqual([]);
  });

  test('no import goes up or around a door', () => {
    expect(findViolations(imports)).toEqual([]);
  });

  test('a slice uses only slices that stand before it', () => {
    const order = Object.keys(SLICES);
    for (const [slice, { uses }] of Object.entries(SLICES))
      for (const used of uses) expect(order.indexOf(used), `${slice} → ${used}`).toBeLessThan(order.indexOf(slice));
  });

  test.each([
    ['src/kernel/money.ts', 'src/modules/households/domain/income.ts', 'kernel may not use domain'],
    ['src/kernel/money.ts', 'node:fs', 'does not belong in the pure floors'],
    ['src/modules/feeds/domain/read-cell.ts', 'src/platform/server/db.ts', 'domain may not use platform-server'],
    ['src/platform/server/db.ts', 'src/modules/regions/domain/contract.ts', 'platform-server may not use domain'],
    ['src/platform/web/map.tsx', 'src/modules/regions/web/index.ts', 'platform-web may not use web'],
    ['src/modules/feeds/web/index.ts', 'src/modules/feeds/server/index.ts', 'web may not use server'],
    ['src/modules/feeds/server/load-batch.ts', 'src/modules/warnings/server/index.ts', 'feeds may not use warnings'],
    ['src/modules/feeds/server/load-batch.ts', 'src/modules/regions/server/queries.ts', 'beside its door'],
    ['src/modules/feeds/server/load-batch.ts', 'pg', 'behind platform/server/db.ts'],
    ['src/modules/feeds/web/index.ts', 'fastify', 'is not for the browser'],
    ['src/modules/feeds/server/load-batch.ts', 'src/app/open-shouwang.ts', 'server may not use app-server'],
    ['src/app/office.tsx', 'src/modules/regions/server/index.ts', 'app-web may not use server'],
    ['src/app/cli.ts', 'src/modules/regions/server/load.ts', 'beside its door'],
    ['src/app/contract.ts', 'src/platform/server/db.ts', 'app-contract may not use platform-server'],
    ['src/modules/weather/server/index.ts', 'src/modules/regions/server/index.ts', 'weather may not use regions'],
    ['src/lib/format.ts', 'src/kernel/money.ts', 'the file is on no floor'],
  ])('a planted violation is found: %s → %s', (file, target, why) => {
    const planted = new Map(imports).set(file, [target]);
    expect(findViolations(planted).join('\n')).toContain(why);
  });

  test('every form of import is seen', () => {
    const text = `import a from './a.ts'; import type { B } from "./b.ts"; export { c } from './c.ts';
      export * from './d.ts'; const e = await import('./e.ts'); type F = import('./f.ts').F; import './g.ts';
      new Worker(new URL('./h.ts', import.meta.url)); // import './not.ts'
      const i = "import './nor.ts'"; new URL('../migrations/', import.meta.url);`;
    expect(findImports('x.ts', text)).toEqual('abcdefgh'.split('').map((letter) => `./${letter}.ts`));
  });
});

describe('what the documents and the lock file say', () => {
  const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');

  test('docs/architecture.md prints the slice table', () => {
    expect(read('docs/architecture.md')).toContain(printSliceTable());
  });

  test('docs/dependencies.md has a line on every dependency', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
    const text = read('docs/dependencies.md');
    const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    const listed = [...text.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]);
    expect(listed.sort()).toEqual(names.sort());
  });

  test('dependencies are pinned', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  // npm 10 and 11 leave the optional packages of other platforms out of the lock file now and then; `npm ci` then fails
  // on every platform but the one the file was written on.
  test('package-lock.json has every optional package that its packages name', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const isThere = (from: string, name: string): boolean => {
      for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
        if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in packages) return true;
        if (at === '') return false;
      }
    };
    const wanted = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => ({ from, name })),
    );
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.filter(({ from, name }) => !isThere(from, name))).toEqual([]);
  });
});
