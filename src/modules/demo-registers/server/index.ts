// Door of the demonstration's registers: they are made from its regions and people and go in as everybody's files do.

export { type ImportRegisters, loadDemoRegisters } from './load-registers.ts';
export { loadRegionToilets } from './region-toilets.ts';
export { visitDemoRound } from './visit-round.ts';
