// Apart from the contract: the addresses of pages know these words, and are loaded with the first page.

export const VISIT_DUES = ['late', 'soon', 'calm'] as const;
