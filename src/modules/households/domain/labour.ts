/** Who can work, in the words of the registry. Weak and half labour is not counted: nobody is to be sent to work because of a list. */
export const ABLE_LABOUR = ['普通劳动力', '技能劳动力'] as const;
