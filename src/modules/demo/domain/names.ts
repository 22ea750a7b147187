// Invented people's names. Few Mongolian names and weighted Han surnames, so that names collide as heavily as they do in
// the villages: a match by name alone must fail often.

import type { Random } from './random.ts';

const COMMON_SURNAMES = '王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗'.split('');
const OTHER_SURNAMES = (
  '郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶' +
  '黎贺顾毛郝龚邵万钱严武戴莫孔向汤常温康施牛洪齐乔庞'
).split('');

const MALE = '伟强磊军勇涛明超亮刚平辉建国志文永海山林龙德福贵宝金春生义忠信诚礼智瑞祥云飞鹏宏斌波宁东'.split('');
const FEMALE = '芳娜敏静丽艳娟霞秀英兰梅红玲燕莉桂荣翠凤莲雪花香春月珍琴婷洁莹怡雅慧玉淑晶颖倩'.split('');

/** Whole given names that a generation shares. */
const MALE_COMMON = ['建国', '建军', '志强', '国强', '永强', '海龙', '小军', '文明', '德福', '金山'];
const FEMALE_COMMON = ['秀英', '桂英', '秀兰', '玉兰', '桂兰', '玉梅', '丽华', '红梅', '秀梅', '晓燕'];

const MONGOLIAN_MALE = (
  '巴图 巴雅尔 宝音 布仁 朝鲁 达来 德力格尔 额尔敦 格日勒图 哈斯 吉日嘎拉 毕力格 孟和 那日苏 那顺 敖其尔 赛音 苏和 特木尔 图门 ' +
  '乌力吉 阿拉坦 阿古拉 朝克图 道尔吉 满都拉 呼格吉勒 巴特尔 苏日格 牧仁 巴图·额尔敦 那顺·巴雅尔'
).split(' ');
const MONGOLIAN_FEMALE = (
  '其其格 塔娜 乌兰 萨仁 斯琴 斯琴高娃 图雅 莎仁 诺敏 娜布其 南斯勒玛 奥云 高娃 格日乐 哈斯其木格 海棠 红花 乌云 乌日娜 ' +
  '阿茹娜 道尔吉苏荣 萨日娜 托娅 苏布德 娜仁 其木格 阿拉坦其其格 敖登 通拉嘎 琪琪格 娜仁·图雅 乌云·其木格'
).split(' ');

export type Naming = 'han' | 'mongolian';

export function pickSurname(random: Random): string {
  return random.pick(random.chance(0.52) ? COMMON_SURNAMES : OTHER_SURNAMES);
}

function pickGiven(random: Random, male: boolean): string {
  if (random.chance(0.12)) return random.pick(male ? MALE_COMMON : FEMALE_COMMON);
  const letters = male ? MALE : FEMALE;
  return random.chance(0.2) ? random.pick(letters) : random.pick(letters) + random.pick(letters);
}

/** A whole name. Mongolian names have no surname. */
export function pickName(random: Random, naming: Naming, male: boolean, surname: string): string {
  if (naming === 'mongolian') return random.pick(male ? MONGOLIAN_MALE : MONGOLIAN_FEMALE);
  return surname + pickGiven(random, male);
}
