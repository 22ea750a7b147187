// The paper of a circular: who is ranked, who lags, what is named; without targets nobody is ranked.

import { describe, expect, test } from 'vitest';
import { textsOf } from '../../../kernel/papers/model.ts';
import { buildCircular, type CircularPaper } from './circular-paper.ts';
import { CIRCULAR_KINDS } from './kinds.ts';
import { type CountedRegion, rankCounties, reckon } from './rank.ts';

const DAY = '2022-05-31';
const kind = CIRCULAR_KINDS.employment;
const region = (name: string, value: number, nation?: number): CountedRegion => ({
  ...{ regionCode: name.length, name, value, monthBefore: value - 1, yearBefore: value },
  targets: nation === undefined ? {} : { nation },
});

function paperOf(counties: CountedRegion[], more: Partial<CircularPaper> = {}): string[] {
  const whole = reckon(region('全盟', 150, counties[0]?.targets.nation ? 300 : undefined), DAY);
  const paper = {
    kind,
    areaName: '某盟',
    asOf: DAY,
    namedCounties: [],
    whole,
    counties: rankCounties(counties, DAY),
  };
  return textsOf(buildCircular({ ...paper, ...more }));
}

describe('a circular', () => {
  test('tells the area, ranks its counties and says who lags', () => {
    const texts = paperOf([region('甲旗', 30, 100), region('乙旗旗', 120, 200)], {
      namedCounties: ['甲旗'],
      namedMatters: '月报迟报。',
    });
    expect(texts[0]).toBe('关于2022年5月某盟稳岗就业工作情况的通报');
    expect(texts).toContain(
      '截至2022年5月31日，某盟脱贫人口和监测对象稳岗就业 150 人，完成国家下达目标的 50%。各旗县按完成率排名如下。',
    );
    expect(texts.indexOf('乙旗旗')).toBeLessThan(texts.indexOf('甲旗'));
    for (const told of [
      '进度落后于时间进度的旗县有 1 个：甲旗。',
      '点名通报：甲旗。',
      '月报迟报。',
      '起草中，尚未签发。',
    ])
      expect(texts).toContain(told);
  });

  test('ranks nobody where no target was set', () => {
    const texts = paperOf([region('甲旗', 30), region('乙旗旗', 120)]);
    expect(texts.join()).toContain('还没有下达旗县的目标任务');
    expect(texts.join()).not.toContain('排名如下');
  });

  test('that is signed has its number and day, and is no draft any more', () => {
    const texts = paperOf([region('甲旗', 30, 100), region('乙旗旗', 120, 200)], {
      documentNo: '某农牧通〔2022〕6号',
      issuedOn: '2022-06-08',
    });
    expect(texts).toContain('某农牧通〔2022〕6号');
    expect(texts).toContain('2022年6月8日');
    expect(texts).not.toContain('起草中，尚未签发。');
  });
});
