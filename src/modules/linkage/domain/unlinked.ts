// Why a household that could work is tied to no industry.

export const UNLINKED_CAUSES = {
  'never-asked': '没有联系过',
  'no-entity': '本嘎查村没有经营主体',
  ended: '协议已到期或解除',
  'all-away': '劳动力都在外务工',
  'own-business': '自主经营',
  unwilling: '不愿意',
  other: '其他',
} as const;
export type UnlinkedCause = keyof typeof UNLINKED_CAUSES;
