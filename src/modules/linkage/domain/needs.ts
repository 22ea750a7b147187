// What asks for somebody to do something about a contract that ties a household to a firm.

export const LINKAGE_NEEDS = [
  'unpaid',
  'partly',
  'said-kept',
  'remedy-late',
  'paid-twice',
  'paid-stranger',
  'no-amount',
  'no-entity',
  'ending',
] as const;
export type LinkageNeed = (typeof LINKAGE_NEEDS)[number];

export const LINKAGE_NEED_NAMES: Record<LinkageNeed, string> = {
  unpaid: '没有兑现',
  partly: '部分兑现',
  'said-kept': '核查为已兑现而没有发放记录',
  'remedy-late': '限期兑现已过',
  'paid-twice': '同一户同一期发放两次',
  'paid-stranger': '发给协议以外的户',
  'no-amount': '没有约定金额',
  'no-entity': '没有单位代码',
  ending: '即将到期',
};

/** What is to be done, said once for all of a kind. */
export const LINKAGE_NEED_DEEDS: Record<LinkageNeed, string> = {
  unpaid: '已经发了的，把发放登记到“到户到人发放”并填协议编号；没有发的，到户核查，登记原因和限期兑现日期。',
  partly: '核对是否还有没登记的发放；确实少发的，登记核查结果和限期兑现日期。',
  'said-kept': '补登发放记录和凭证；没有凭证的，把核查结果改为“未兑现”。',
  'remedy-late': '督促经营主体兑现；仍不兑现的，登记解除协议，并为这一户另找联结。',
  'paid-twice': '核对是否重复登记，重复的作废一条：一笔兑现在家庭收入中只计一次。',
  'paid-stranger': '核对户编号或协议编号是否写错。',
  'no-amount': '补填年约定金额，否则无法判断是否兑现。',
  'no-entity': '在“单位和经营主体”中找到这个主体，补填单位代码。',
  ending: '商定续签；不续签的，为这一户另找联结。',
};

/** Those that are red. */
export const URGENT_LINKAGE: readonly LinkageNeed[] = ['unpaid', 'said-kept', 'remedy-late'];
