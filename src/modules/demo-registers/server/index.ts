// Door of the demonstration's registers: they are made from its regions and people and go in as everybody's files do.

export { cleanDemoCounty } from './clean-demo.ts';
export { type ImportRegisters, loadDemoRegisters } from './load-registers.ts';
export { loadRegionToilets } from './region-toilets.ts';
export { workTeamMonth } from './team-month.ts';
export { visitDemoRound } from './visit-round.ts';
