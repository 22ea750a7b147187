import { createApi } from '../../../platform/web/api.ts';
import type { Kind } from '../domain/actions.ts';
import { casesContract } from '../domain/contract.ts';
import type { Acted, ActionInput } from './types.ts';

export const cases = createApi(casesContract);

/** Kinds that are done by a dialog; clues are registered and joined by the list of clues. */
export type DialogKind = Exclude<Kind, 'open' | 'add-clue'>;

/** Operations stand in the contract under the kind in one word: `pass-township` as `passTownship`. */
function contractKey(kind: DialogKind): string {
  return kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Records an action. A form is made of data, so its detail is known to the server's schema only. */
export function sendAction(kind: DialogKind, input: ActionInput): Promise<Acted> {
  const operations = cases.client as unknown as Record<string, (input: ActionInput) => Promise<Acted>>;
  const send = operations[contractKey(kind)];
  if (!send) throw new Error(`no operation for ${kind}`);
  return send(input);
}
