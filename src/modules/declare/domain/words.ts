// A household's own declaration: what can be chosen, and what is held back. Without a library, because the phone page loads
// it too.

export const TROUBLES = ['illness', 'schooling', 'housing', 'water', 'job', 'disaster', 'income', 'other'] as const;
export type Trouble = (typeof TROUBLES)[number];
/** In the words people use themselves. */
export const TROUBLE_NAMES: Record<Trouble, string> = {
  illness: '生病',
  schooling: '上学',
  housing: '住房',
  water: '饮水',
  job: '失去工作',
  disaster: '受灾',
  income: '收入减少',
  other: '其他',
};

export const HELPER_RELATIONS = ['relative', 'neighbour', 'cadre', 'other'] as const;
export type HelperRelation = (typeof HELPER_RELATIONS)[number];
export const HELPER_RELATION_NAMES: Record<HelperRelation, string> = {
  relative: '亲属',
  neighbour: '邻居或朋友',
  cadre: '村干部或帮扶干部',
  other: '其他人',
};

/** The national hotline for rural affairs: the way for whoever cannot or will not use the page. */
export const HOTLINE = '12317';

export const MOST_PHOTOS = 6;
export const MOST_PHOTO_MEGABYTES = 10;
export const LONGEST_WORDS = 500;

/** A mobile number, or a landline with its area code: the village office of a family without a phone. */
const PHONE = /^(1\d{10}|0\d{9,11})$/;

/** Digits only: people write blanks and hyphens into numbers, and full-width digits on a Chinese keyboard. */
export function bareDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}()·.'’]/gu, '')
    .replace(/^\+?86(?=1\d{10}$)/, '');
}

export function isPhone(digits: string): boolean {
  return PHONE.test(digits);
}
