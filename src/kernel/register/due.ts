// Terms that fall due: what is open where until when.

/** Levels of officers, from below; the region's officers work as the league's do. */
export const DUE_LEVELS = ['village', 'township', 'county', 'league'] as const;
export type DueLevel = (typeof DUE_LEVELS)[number];

/** Something that is still to be done, for a record at a place; `dueOn` is its last day, ISO. */
export type DueRow = { placeCode: number; dueOn: string };
