// The layout of docs/architecture.md holds, and the check that says so does see the files and does find violations.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AS_OWNER, actsAsOwner } from './architecture/as-owner.ts';
import { findHalfWidth, isKept, KEPT } from './architecture/half-width.ts';
import { findImports, listProgramFiles, readImports } from './architecture/imports.ts';
import { findViolations, printSliceTable, SLICES } from './architecture/rules.ts';
import { findCircle, findLargeFolders, findLargeSlices } from './architecture/sizes.ts';
import { findTableUses, findTableViolations, KNOWN_USES, TABLES } from './architecture/tables.ts';

const ROOT = path.dirname(import.meta.dirname);
const files = listProgramFiles(ROOT, 'src');
const imports = readImports(ROOT, files);
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

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
    ['src/platform/web/charts/map.tsx', 'src/modules/regions/web/index.ts', 'platform-web may not use web'],
    ['src/modules/feeds/web/index.ts', 'src/modules/feeds/server/index.ts', 'web may not use server'],
    [
      'src/modules/feeds/server/loading/load-batch.ts',
      'src/modules/warnings/server/index.ts',
      'feeds may not use warnings',
    ],
    ['src/modules/feeds/server/loading/load-batch.ts', 'src/modules/regions/server/queries.ts', 'beside its door'],
    ['src/modules/feeds/server/loading/load-batch.ts', 'pg', 'behind platform/server/db.ts'],
    ['src/modules/feeds/web/index.ts', 'fastify', 'is not for the browser'],
    ['src/modules/feeds/server/loading/load-batch.ts', 'src/app/open-shouwang.ts', 'server may not use app-server'],
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

describe('tables', () => {
  const uses = files.flatMap((file) => findTableUses(file, textOf(file)));
  const FOLDER = path.join(ROOT, 'db/migrations');
  const migrations = readdirSync(FOLDER).map((name) => readFileSync(path.join(FOLDER, name), 'utf8'));

  test('every table and view belongs to one slice or the platform', () => {
    const made = migrations.flatMap((text) =>
      [...text.matchAll(/^create (?:or replace )?(?:unlogged )?(?:table|view) (?:if not exists )?(\w+)/gm)].map(
        (match) => match[1],
      ),
    );
    const listed = Object.values(TABLES).flat();
    expect(listed.filter((table, i) => listed.indexOf(table) !== i)).toEqual([]);
    // The table of facts has a column for each fact: it is made at the start.
    expect(listed.filter((table) => table !== 'facts').sort()).toEqual([...new Set(made)].sort());
    expect(Object.keys(TABLES).filter((slice) => slice !== 'platform' && !(slice in SLICES))).toEqual([]);
  });

  test('the SQL of the slices was seen', () => {
    expect(uses.length).toBeGreaterThan(400);
    const written = new Set(uses.filter(({ writes }) => writes).map(({ table }) => table));
    expect(['households', 'cases', 'feed_batches', 'warnings'].filter((table) => !written.has(table))).toEqual([]);
  });

  test('a slice writes its own tables and reads those below', () => {
    expect(findTableViolations(uses)).toEqual([]);
  });

  test('what is let be is still there', () => {
    for (const [file, tables] of Object.entries(KNOWN_USES))
      for (const table of tables)
        expect(
          uses.some((use) => use.file === file && use.table === table && use.writes),
          `${file} ${table}`,
        ).toBe(true);
  });

  test.each([
    ['cases', 'insert into households (id) values (1)', 'cases may not write households'],
    ['cases', 'update case_measures m set state = 1', 'cases may not write case_measures'],
    ['cases', 'select from case_measures m', 'cases may not read case_measures'],
    ['feeds', 'select 1 from feed_batches b\n  join warnings w on true', 'feeds may not read warnings'],
    ['help', 'delete from cases where id = 1', 'help may not write cases'],
    ['help', 'update settings set value = 1', 'help may not write settings'],
  ])('a planted violation is found: %s: %s', (slice, statement, why) => {
    const planted = findTableUses(`src/modules/${slice}/server/x.ts`, `run(sql\`${statement} \${end}\`);`);
    expect(findTableViolations(planted).join('\n')).toContain(why);
  });

  test('reading below, writing what is its own, and a comment are no violation', () => {
    const text = `// delete from households
      run(sql\`insert into case_measures select from cases c join households h on h.id = c.household_id\`)`;
    const found = findTableUses('src/modules/help/server/x.ts', text);
    expect(found.map(({ table }) => table)).toEqual(['case_measures', 'cases', 'households']);
    expect(findTableViolations(found)).toEqual([]);
  });
});

describe('the owner of the tables', () => {
  const isServer = (file: string) => /\/server\//.test(file) || /^src\/app\/.*\.ts$/.test(file);

  test('is acted as by the files of the list alone', () => {
    const acting = files.filter((file) => isServer(file) && actsAsOwner(file, textOf(file)));
    expect(acting).toEqual([...AS_OWNER].sort());
  });

  test.each(['db.bulk(actor, work)', 'const { bulkRead } = db', 'follow(db.lookUp)'])('is seen in %s', (text) => {
    expect(actsAsOwner('x.ts', text)).toBe(true);
    expect(actsAsOwner('x.ts', '// db.bulk(actor)\nbulk();')).toBe(false);
  });
});

describe('sizes', () => {
  const below = (folder: string) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  const all = ['src', 'test', 'e2e', 'bench'].flatMap(below);

  test('no folder holds more files than fit on a screen', () => {
    expect(findLargeFolders(all)).toEqual([]);
    const planted = Array.from({ length: 26 }, (_, i) => `src/modules/help/planted/${i}.ts`);
    expect(findLargeFolders([...all, ...planted])).toHaveLength(1);
  });

  test('no slice is larger than one can know', () => {
    const lines = new Map(files.map((file) => [file, textOf(file).split('\n').length - 1]));
    expect(findLargeSlices(lines)).toEqual([]);
    expect(findLargeSlices(new Map(lines).set('src/modules/help/server/x.ts', 6001))).toHaveLength(1);
  });

  test('no files need each other in a circle', () => {
    const values = readImports(ROOT, files, true);
    expect([...values.values()].flat().length).toBeGreaterThan(1000);
    expect(findCircle(values)).toEqual([]);
    const planted = new Map(values).set('src/kernel/money.ts', ['src/app/cli.ts']);
    expect(findCircle(planted)).toContain('src/app/cli.ts');
  });

  test('an import of types alone, or one that is made later, closes no circle', () => {
    const text = `import type { A } from './a.ts'; import { type B } from './b.ts'; import { type C, c } from './c.ts';
      export type { D } from './d.ts'; const e = () => import('./e.ts'); import './f.ts'; export * from './g.ts';`;
    expect(findImports('x.ts', text, true)).toEqual(['./c.ts', './f.ts', './g.ts']);
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

describe('Chinese sentences', () => {
  test('have full-width punctuation', () => {
    const scripts = readdirSync(path.join(ROOT, 'scripts')).map((name) => `scripts/${name}`);
    expect(scripts.length).toBeGreaterThan(4);
    const found = [...files, ...scripts].flatMap((file) => {
      const text = textOf(file);
      return findHalfWidth(file, text)
        .filter((mark) => !isKept(file, mark))
        .map(({ at, full }) => `${file}: ${text.slice(Math.max(0, at - 8), at + 8).replaceAll('\n', ' ')} → ${full}`);
    });
    expect(found).toEqual([]);
  });

  test.each([
    ["'请填写,再提交'", [',']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template as it stands in a file
    ['`第 ${n} 行:不对`', [':']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template as it stands in a file
    ['`${a},至少 ${b} 个字`', [',']],
    ["'金额(元)'", ['(', ')']],
    ["'a, b (c): d'", []],
    ['sql`select 1 as "户,人"`', []],
    ["'select 户, 人 from x'", []],
    ['// 户, 人', []],
  ])('%s', (text, marks) => {
    expect(findHalfWidth('x.ts', `const x = ${text};`).map(({ is }) => is)).toEqual(marks);
  });

  test('every exception is still needed', () => {
    for (const place of Object.keys(KEPT)) {
      const own = files.filter((file) => file.startsWith(place));
      expect(
        own.some((file) => findHalfWidth(file, textOf(file)).some((mark) => isKept(file, mark))),
        place,
      ).toBe(true);
    }
  });
});

// What works on a developer's machine and not in an office: pages on plain HTTP have no randomUUID, and a machine's own clock has another day than
// Beijing for eight hours of each.
describe('what offices have', () => {
  test.each([
    ['pages', /\/web\//, /crypto\.randomUUID/, 'newRequestId'],
    ['pages', /\/web\//, /new Date\(\)\.(getFullYear|getMonth|getDate|toLocaleDateString)/, 'platform/web/today.ts'],
    ['statements', /\/server\//, /\bcurrent_date\b|\bnow\(\)::date\b/, 'today_there()'],
  ])('%s of %s do without %s: %s', (_, place, pattern) => {
    const code = (file: string) => textOf(file).replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '');
    expect(files.filter((file) => place.test(file) && pattern.test(code(file)))).toEqual([]);
  });
});
