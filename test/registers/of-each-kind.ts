// A few registers that together have everything by which their operations differ. All operations are made by the same code from the
// definition: what a register holds beside its kinds of fields (titles, lists of words, checks) reaches no other line of it.

import { allFields, type RegisterDefinition } from '../../src/kernel/register/define-register.ts';
import type { Field } from '../../src/kernel/register/field.ts';

/** A field's kind with all that changes how its value is read. */
export function kindOf({ kind, several, secret, form, target }: Field): string {
  return [kind, several && 'several', secret, form, target && 'reference'].filter(Boolean).join(' ');
}

/** What the code that reads and answers calls asks of a field. */
function traitsOf(field: Field): string[] {
  const { secret, level, filter, list, find } = field;
  const known = kindOf(field);
  return [
    known,
    ...(filter ? [`filter ${known}`] : []),
    ...(list && !secret ? [`sort ${known}`] : []),
    ...(find ? [`find ${known}`] : []),
    ...(level ? [`level ${level}`] : []),
  ];
}

function traitsOfRegister(register: RegisterDefinition): Set<string> {
  const { place, shared, person, states, key } = register;
  const fields = allFields(register);
  return new Set([
    ...[
      `place ${place}`,
      `shared ${shared === true}`,
      `person ${person !== undefined}`,
      `moves ${states !== undefined}`,
    ],
    ...[`keys ${key.length > 1}`, ...fields.flatMap(([, { role }]) => (role ? [`role ${role}`] : []))],
    ...fields.flatMap(([, field]) => traitsOf(field)),
  ]);
}

/** The fewest registers found (always the one that adds most) that have every trait any of them has. */
export function ofEachKind(registers: readonly RegisterDefinition[]): RegisterDefinition[] {
  const left = new Set(registers.flatMap((register) => [...traitsOfRegister(register)]));
  const chosen: RegisterDefinition[] = [];
  const adds = (register: RegisterDefinition) => [...traitsOfRegister(register)].filter((one) => left.has(one)).length;
  while (left.size > 0) {
    const [best] = registers.toSorted((a, b) => adds(b) - adds(a));
    if (!best) break;
    chosen.push(best);
    for (const trait of traitsOfRegister(best)) left.delete(trait);
  }
  return chosen;
}
