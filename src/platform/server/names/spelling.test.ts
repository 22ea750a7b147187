import { describe, expect, it, test } from 'vitest';
import { latinLetters } from '../../../kernel/person-name.ts';
import { spellings } from './spelling.ts';

describe('places', () => {
  it.each([
    ['商都县', 'shangduxian', 'sdx'],
    ['昆都仑区', 'kundulunqu', 'kdlq'],
    ['克什克腾旗', 'keshiketengqi', 'ksktq'],
    ['康巴什区', 'kangbashiqu', 'kbsq'],
    ['锡林郭勒盟', 'xilinguolemeng', 'xlglm'],
    ['查干诺尔镇', 'chagannuoerzhen', 'cgnez'],
    ['四子王旗3号', 'siziwangqi3hao', 'szwq3h'],
    ['解放街道', 'jiefangjiedao', 'jfjd'],
    ['绿水', 'lvshui', 'ls'],
  ])('%s', (name, letters, initials) => expect(spellings(name, 'place')[0]).toEqual({ letters, initials }));

  it('finds both ways of 乐 and 堡', () => {
    expect(
      spellings('民乐村', 'place')
        .map(({ letters }) => letters)
        .sort(),
    ).toEqual(['minlecun', 'minyuecun']);
    expect(spellings('余粮堡镇', 'place').map(({ letters }) => letters)).toEqual(['yuliangbaozhen', 'yuliangpuzhen']);
  });
});

describe('persons', () => {
  it.each([
    ['斯琴格日乐', 'siqingerile', 'sqgrl'],
    ['格日乐', 'gerile', 'grl'],
    ['单玉珍', 'shanyuzhen', 'syz'],
    ['曾国庆', 'zengguoqing', 'zgq'],
    ['仇二梅', 'qiuermei', 'qem'],
    ['解向前', 'xiexiangqian', 'xxq'],
    ['查文秀', 'zhawenxiu', 'zwx'],
    ['尉迟守义', 'yuchishouyi', 'ycsy'],
    ['巴雅尔·其木格', 'bayaerqimuge', 'byeqmg'],
    ['吕小娜', 'lvxiaona', 'lxn'],
    ['Anna', '', ''],
  ])('%s', (name, letters, initials) => expect(spellings(name, 'person')[0]).toEqual({ letters, initials }));

  it.each([
    ['斯琴格日乐', 'siqingeriyue'],
    ['查汗琴', 'chahanqin'],
    ['单玉珍', 'danyuzhen'],
    ['乐平', 'leping'],
    ['乐平', 'yueping'],
    ['朝鲁', 'chaolu'],
  ])('%s is also found as %s', (name, letters) =>
    expect(spellings(name, 'person').map((way) => way.letters)).toContain(letters),
  );

  it('keeps few ways of a name of many such characters', () => {
    expect(spellings('乐乐乐乐乐乐', 'person').length).toBeLessThanOrEqual(4);
  });
});

test.each([
  ['lu chunyan', 'luchunyan'],
  ['LU-CHUN YAN', 'luchunyan'],
  ['Lǚ Chūn’yàn', 'lvchunyan'],
  ['bayaer·qimuge', 'bayaerqimuge'],
  ['sqgrl', 'sqgrl'],
  ['E12345678', undefined],
  ['单', undefined],
  [' ', undefined],
])('letters of “%s”', (text, letters) => expect(latinLetters(text)).toBe(letters));
