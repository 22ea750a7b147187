// Apart from the contract: the addresses of pages know these words, and are loaded with the first page.

export const NOTICE_STATES = ['running', 'ended'] as const;
