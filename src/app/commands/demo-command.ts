// `shouwang demo`: invented data, as files to import or as a whole installation of the full size.

import { REGION_CODE } from '../../kernel/region-code.ts';
import { generateRegion, loadDemo, loadDemoRest, wantsDemo, wantsDemoRest } from '../../modules/demo/server/index.ts';
import { loadFocus } from '../../modules/demo-focus/server/index.ts';
import { compareFigures, readKeeping } from '../../modules/figures/server/index.ts';
import { workOnDemo } from '../demo/demo-work.ts';
import { demoBehindOf, demoRegistersOf } from '../demo-registers.ts';
import type { Shouwang } from '../open-shouwang.ts';
import { UsageError } from '../usage-error.ts';
import { type Options, progressLine } from './command.ts';

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new UsageError(`--${name} 要写大于 0 的数，现在是“${text}”`);
  return value;
}

/** Writes files only; `import` and `load` take them from there. */
export async function runDemo({ out, scale, seed, counties, 'as-of': asOf }: Options): Promise<unknown> {
  if (!out) throw new UsageError('要用 --out 写明输出文件夹，或用 --focus 装入全量演示');
  const codes = (counties ?? '').split(',').filter(Boolean);
  for (const code of codes)
    if (!/^15\d{4}$/.test(code)) throw new UsageError(`--counties 里的“${code}”不是六位旗县代码`);
  return generateRegion(
    {
      outDir: out,
      scale: numberOf('scale', scale ?? '0.001'),
      counties: codes.map(Number),
      ...(seed ? { seed: numberOf('seed', seed) } : {}),
      ...(asOf ? { asOf } : {}),
    },
    ({ county, counties: all, households }) => progressLine(`旗县 ${county}/${all}，${households} 户`),
  );
}

export function shareOf({ share = '1' }: Options): number {
  const part = numberOf('share', share);
  if (part > 1) throw new UsageError(`--share 要写 0 到 1 之间的数，现在是“${share}”`);
  return part;
}

/** What was published on the day the demonstration is of, and what its records say. */
async function comparePublished({ db }: Shouwang) {
  const compared = await readKeeping(db, (tx) =>
    compareFigures(tx, { day: '2022-05-31', where: { area: REGION_CODE } }),
  );
  const others = compared.filter(({ same }) => same !== '是');
  return {
    与公布数相同: `${compared.length - others.length} / ${compared.length}`,
    其余: Object.fromEntries(
      others.map(({ id, publishedText, shown, same, reason }) => [
        id,
        `公布 ${publishedText}，现在 ${shown || '—'}（${reason || same}）`,
      ]),
    ),
  };
}

/** The whole demonstration, with everybody who was lifted or is monitored, into an empty data folder. */
export async function runFocus(shouwang: Shouwang, share: number): Promise<unknown> {
  const from = performance.now();
  const onStep = (what: string) =>
    progressLine(`全量演示：${what}… 已用 ${Math.round((performance.now() - from) / 1000)} 秒`);
  const loadBase = async () => {
    if (await wantsDemo(shouwang)) await loadDemo(shouwang, demoRegistersOf(shouwang), onStep);
    if (!(await wantsDemoRest(shouwang))) return;
    onStep('驻村一个月和全区户厕');
    await loadDemoRest(shouwang, async (folder) => {
      await workOnDemo(shouwang);
      await demoBehindOf(shouwang, folder);
    });
  };
  const rows = await loadFocus(shouwang.db, { share, loadBase, onStep });
  const seconds = Math.round((performance.now() - from) / 1000);
  onStep('与公布数比较');
  return { 份额: share, 另加行数: rows, 用时秒: seconds, ...(await comparePublished(shouwang)) };
}
