// The forms of registers §16, by what they are called on paper.

export const FORM_NAMES = {
  toilets: '户厕摸排台账',
  issues: '问题厕所整改台账',
  rebuilt: '改厕台账',
  built: '新改建户厕花名册',
  garbage: '生活垃圾收运设施摸排表',
  sewage: '污水治理村台账',
} as const;
export type FormKey = keyof typeof FORM_NAMES;
