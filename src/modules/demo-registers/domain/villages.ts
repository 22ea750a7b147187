// What villages have: garbage and sewage, pilots of governance, work teams; and toilets of the counties whose families the demonstration has.

import { type DemoCounty, randomOf } from './counties.ts';
import { choose, deal, dealWithin } from './deal.ts';
import { addCadres, type Directory } from './pairing.ts';
import { openSheet, type Sheet } from './sheet.ts';
import { ownToilets } from './toilets.ts';

/** 4,379 villages have garbage collected; 1,854 are planned, and 400 for sewage. 212 had it and have not any more. */
function works(counties: readonly DemoCounty[]): Sheet {
  const { sheet, add } = openSheet(
    'village-works',
    '嘎查村代码,事项,批次,计划年度,列入计划日期,建成日期,停用日期,处理方式',
  );
  const sizes = counties.map(({ villages }) => villages.length);
  const have = dealWithin(4379, sizes, sizes);
  const rest = sizes.map((size, i) => size - (have[i] ?? 0));
  const planned = dealWithin(1854, rest, rest);
  const stopped = deal(212, planned);
  const sewage = dealWithin(400, sizes, sizes);
  const treated = deal(310, have);
  counties.forEach(({ county, villages }, c) => {
    const shuffled = choose(randomOf(70, county), villages, villages.length);
    const having = shuffled.slice(0, have[c]);
    const coming = shuffled.slice(have[c] ?? 0, (have[c] ?? 0) + (planned[c] ?? 0));
    for (const village of having)
      add({ 嘎查村代码: village, 事项: '生活垃圾', 批次: 1, 建成日期: '2020-10-20', 处理方式: '联合转运' });
    coming.forEach((village, i) => {
      if (i < (stopped[c] ?? 0))
        add({ 嘎查村代码: village, 事项: '生活垃圾', 批次: 1, 建成日期: '2018-09-01', 停用日期: '2020-12-31' });
      add({ 嘎查村代码: village, 事项: '生活垃圾', 批次: 2, 计划年度: 2022, 列入计划日期: '2022-03-01' });
    });
    for (const village of shuffled.slice(0, sewage[c]))
      add({ 嘎查村代码: village, 事项: '生活污水', 批次: 1, 计划年度: 2022, 列入计划日期: '2022-03-05' });
    const after = shuffled.slice(sewage[c] ?? 0, (sewage[c] ?? 0) + (treated[c] ?? 0));
    for (const village of after)
      add({ 嘎查村代码: village, 事项: '生活污水', 批次: 1, 建成日期: '2021-10-10', 处理方式: '集中处理' });
  });
  return sheet;
}

/** Three counties, seven townships and sixty villages; four have ended. */
function pilots(counties: readonly DemoCounty[]): Sheet {
  const { sheet, add } = openSheet('governance-pilots', '地区代码,批次,开始日期,结束日期');
  const [a, b, c, ...rest] = counties;
  for (const county of [a, b, c]) add({ 地区代码: county?.code, 批次: '第一批', 开始日期: '2019-12-01' });
  const townships = rest.slice(0, 7).map(({ villages }) => `${(villages[0] ?? '').slice(0, 9)}000`);
  for (const township of townships) add({ 地区代码: township, 批次: '第二批', 开始日期: '2021-09-01' });
  const others = rest.slice(7, 71);
  others.forEach(({ villages }, i) => {
    add({
      地区代码: villages[1] ?? villages[0],
      批次: '第二批',
      开始日期: '2021-09-01',
      结束日期: i < 60 ? undefined : '2022-03-31',
    });
  });
  return sheet;
}

const POSTS = ['第一书记', '工作队长', '队员'];

/** 16,008 people in 5,336 villages of lifted counties; thirty hold two posts there, 1,402 have gone. */
function teams(counties: readonly DemoCounty[], directory: Directory): Sheet {
  const { sheet, add } = openSheet('team-postings', '干部编号,嘎查村代码,身份,派出层级,任职日期,离任日期');
  const lifted = counties.filter((county) => county.lifted !== undefined);
  const sizes = lifted.map(({ villages }) => villages.length);
  const counts = dealWithin(
    Math.min(
      5336,
      sizes.reduce((sum, size) => sum + size, 0),
    ),
    sizes,
    sizes,
  );
  const villages = lifted.flatMap((county, c) => choose(randomOf(80, county.county), county.villages, counts[c] ?? 0));
  const people = addCadres(directory, 'ZC', villages.length * 3 + 1402, '驻村干部', '旗县');
  villages.forEach((village, i) => {
    POSTS.forEach((post, p) => {
      const cadre = people[i * 3 + p] ?? '';
      add({ 干部编号: cadre, 嘎查村代码: village, 身份: post, 派出层级: '旗县', 任职日期: '2021-06-10' });
      if (i < 30 && p === 1)
        add({ 干部编号: cadre, 嘎查村代码: village, 身份: '队员', 派出层级: '旗县', 任职日期: '2021-06-10' });
    });
  });
  people.slice(villages.length * 3).forEach((cadre, i) => {
    add({
      干部编号: cadre,
      嘎查村代码: villages[i % villages.length],
      身份: '队员',
      派出层级: '旗县',
      任职日期: '2018-05-01',
      离任日期: '2021-05-31',
    });
  });
  return sheet;
}

export function villageSheets(
  counties: readonly DemoCounty[],
  directory: Directory,
  whose: ReadonlySet<number>,
): Sheet[] {
  return [works(counties), pilots(counties), teams(counties, directory), ...ownToilets(counties, whose)];
}
