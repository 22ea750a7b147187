// The ways a value becomes a score, as data: what each is called and which parameters it asks for.

export const METHODS = {
  ratio: '比例',
  linear: '线性',
  steps: '分档',
  rank: '排名',
  reach: '达标',
  gap: '差距',
  improve: '进步',
  deduct: '扣分',
  expert: '评议',
} as const;
export type Method = keyof typeof METHODS;

/** What is told of each to who fills in a scheme. */
export const METHOD_WORDS: Readonly<Record<Method, string>> = {
  ratio: '值除以满分值，最多满分；越低越好时反过来除',
  linear: '零分值得 0 分，满分值得满分，中间按比例',
  steps: '按分档从上到下，先达到的一档',
  rank: '按组内名次：第一名满分，末名得最低得分率',
  reach: '达到满分值得满分，否则 0 分',
  gap: '按与组内最好的差距：最好的满分，最差的得最低得分率',
  improve: '比上年同日的进步除以满分值，最多满分',
  deduct: '从满分起，每个单位扣“每单位扣分”，扣完为止',
  expert: '各评分的平均数，百分制',
};

/** 95:100、90:80: reached from which value, what part of the full score in percent. */
const STEP = String.raw`-?\d+(\.\d+)?[:：]\d{1,3}(\.\d+)?`;
export const STEPS_PATTERN = `^${STEP}(、${STEP})*$`;

/** Methods by the parameter they need. */
export const NEEDS = {
  full: ['ratio', 'linear', 'reach', 'improve'],
  zero: ['linear'],
  steps: ['steps'],
  perUnit: ['deduct'],
} as const satisfies Record<string, readonly Method[]>;
