// Apart from the contract: the addresses of pages know these words, and are loaded with the first page.

/**
 * What the worklist is made of: what my level has to do; what is late; what is due soon; what others have to do; what has
 * come up to my level because a lower one is late; what is done.
 */
export const DESKS = ['mine', 'late', 'soon', 'waiting', 'escalated', 'done'] as const;
export type Desk = (typeof DESKS)[number];

export const STAGES = ['identification', 'monitored', 'clearing', 'cleared', 'ended'] as const;
export type Stage = (typeof STAGES)[number];
