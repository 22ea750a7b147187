// Code lists of clues, with the words of the screens and documents (handbook §2.1).

export const CHANNELS = ['self', 'visit', 'department', 'social'] as const;
export type Channel = (typeof CHANNELS)[number];
export const CHANNEL_NAMES: Record<Channel, string> = {
  self: '农户自主申报',
  visit: '干部走访排查',
  department: '部门筛查预警',
  social: '信访、舆情等社会监督',
};

export const CLUE_STATES = ['open', 'linked', 'dismissed'] as const;
export type ClueState = (typeof CLUE_STATES)[number];
export const CLUE_STATE_NAMES: Record<ClueState, string> = { open: '待处理', linked: '已立案', dismissed: '不立案' };
