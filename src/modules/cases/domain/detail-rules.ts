// Rules about what is written down of an action that need nothing but it: the office holds to them, and the phone says them before it keeps.

import type { DetailOf } from './actions.ts';

/** A Problem's code with its details. */
export type Refusal = { code: string; details?: Record<string, string | number> };

/** What is found to be so says what the risk is. */
export function refuseRisks(confirmed: boolean, risks: readonly string[]): Refusal | undefined {
  return confirmed && risks.length === 0 ? { code: 'cases.risks-missing' } : undefined;
}

type Votes = Pick<DetailOf<'review'>, 'votesFor' | 'votesAgainst' | 'abstained' | 'attendees' | 'passed'>;

/** No more votes than people, and more than half of them for what is passed. */
export function refuseVotes({ votesFor, votesAgainst, abstained, attendees, passed }: Votes): Refusal | undefined {
  const all = votesFor + votesAgainst + abstained;
  if (all > attendees.length) return { code: 'cases.votes-exceed', details: { people: attendees.length } };
  return passed && votesFor * 2 <= all ? { code: 'cases.votes-too-few' } : undefined;
}
