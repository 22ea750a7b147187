// Toilets are counted one by one: a quarter of a million rows for the whole region. Counties whose families the demonstration has come with everything else;
// the others after the first page, so that they go out in lines, county by county, and never stand in memory together.

import type { DemoCounty } from './counties.ts';
import { deal } from './deal.ts';
import { openSheet, type Sheet } from './sheet.ts';

/** What the region put right and built in 2021, to the last toilet; and what must not count: built in 2022, surveyed alone, public. */
const REGION = { rectified: 153_812, built: 88_427, builtLater: 6214, surveyed: 4105, shared: 300 };
type Quota = typeof REGION;

const TOILET = '户厕编号|嘎查村代码|性质|建设方式|厕所类型|完工日期|使用状态';
const ISSUE = '户厕编号|问题类别|发现日期|整改方式|整改完成日期|农户认可';
const pad = (n: number, digits = 2) => String(n).padStart(digits, '0');

/** Of the counties in depth: thirteen a village, five of them new. */
export function ownToilets(counties: readonly DemoCounty[], whose: ReadonlySet<number>): Sheet[] {
  const toilet = openSheet('toilets', TOILET);
  const issue = openSheet('toilet-issues', ISSUE);
  for (const { county, villages } of counties.filter(({ county }) => whose.has(county))) {
    villages.forEach((village, v) => {
      for (let i = 0; i < 13; i++) {
        const number = `CS${county}${pad(v + 1, 4)}${pad(i + 1)}`;
        const isNew = i < 5;
        toilet.add({
          户厕编号: number,
          嘎查村代码: village,
          性质: i === 12 && v % 40 === 0 ? '公厕' : '户厕',
          建设方式: isNew ? (i % 2 ? '改建' : '新建') : '原有',
          厕所类型: '三格',
          完工日期: isNew ? `2021-0${5 + (v % 5)}-15` : '2019-08-01',
          使用状态: '使用',
        });
        if (!isNew)
          issue.add({
            户厕编号: number,
            问题类别: '不好用',
            发现日期: '2021-04-10',
            整改方式: '立行立改',
            整改完成日期: v % 37 === 5 ? undefined : `2021-0${6 + (v % 4)}-20`,
            农户认可: v % 37 === 5 ? undefined : '是',
          });
      }
    });
  }
  return [toilet.sheet, issue.sheet];
}

/** What the sheets of the counties in depth have of the quotas that count. */
function countedIn([toilets, issues]: readonly Sheet[]): Pick<Quota, 'rectified' | 'built'> {
  const shared = new Set(toilets?.rows.filter(([, , nature]) => nature === '公厕').map(([number]) => number));
  return {
    rectified: issues?.rows.filter(([number, , , , mended]) => mended && !shared.has(number)).length ?? 0,
    built: toilets?.rows.filter(([, , nature, how]) => nature === '户厕' && how !== '原有').length ?? 0,
  };
}

type Lines = { toilets: string[]; issues: string[] };

function toiletsOf({ county, villages }: DemoCounty, quota: Quota): Lines {
  const lines: Lines = { toilets: [], issues: [] };
  let n = 0;
  const add = (how: string, finishedOn: string, nature = '户厕') => {
    const v = n % villages.length;
    const number = `CS${county}${pad(v + 1, 4)}${pad(Math.floor(n / villages.length) + 1)}`;
    n++;
    lines.toilets.push([number, villages[v], nature, how, '三格', finishedOn, '使用'].join(','));
    return { number, v };
  };
  const faulty = (mendedOn: (v: number) => string, nature?: string) => {
    const { number, v } = add('原有', '2019-08-01', nature);
    lines.issues.push([number, '不好用', '2021-04-10', '立行立改', mendedOn(v), '是'].join(','));
  };
  for (let i = 0; i < quota.built; i++) add(i % 2 ? '改建' : '新建', `2021-0${5 + (i % 5)}-15`);
  for (let i = 0; i < quota.builtLater; i++) add('新建', '2022-04-20');
  for (let i = 0; i < quota.rectified; i++) faulty((v) => `2021-0${6 + (v % 4)}-20`);
  for (let i = 0; i < quota.shared; i++) faulty((v) => `2021-0${6 + (v % 4)}-20`, '公厕');
  for (let i = 0; i < quota.surveyed; i++) faulty(() => '2022-09-20');
  return lines;
}

/** As their files have them. */
export const TOILET_HEADS = { toilets: TOILET.replaceAll('|', ','), issues: ISSUE.replaceAll('|', ',') };

/** Lines of the files, without heads, for one county after the other that is not in depth; with those that are, the region has its totals. */
export function* regionToilets(counties: readonly DemoCounty[], whose: ReadonlySet<number>): Generator<Lines> {
  const own = countedIn(ownToilets(counties, whose));
  const others = counties.filter(({ county }) => !whose.has(county));
  const sizes = others.map(({ villages }) => villages.length);
  const of = (total: number) => deal(total, sizes);
  const parts = {
    ...{ rectified: of(REGION.rectified - own.rectified), built: of(REGION.built - own.built) },
    ...{ builtLater: of(REGION.builtLater), surveyed: of(REGION.surveyed), shared: of(REGION.shared) },
  };
  for (const [i, county] of others.entries()) {
    const { rectified, built, builtLater, surveyed, shared } = parts;
    const part = (deals: readonly number[]) => deals[i] ?? 0;
    yield toiletsOf(county, {
      ...{ rectified: part(rectified), built: part(built), builtLater: part(builtLater) },
      ...{ surveyed: part(surveyed), shared: part(shared) },
    });
  }
}
