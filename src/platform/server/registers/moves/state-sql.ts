// The state of a row in SQL: what `stateOf` says of one row (kernel/register/states.ts), over the row `t` of the register.

import { columnName, type RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Condition } from '../../../../kernel/register/field.ts';
import { movedStates } from '../../../../kernel/register/states.ts';
import { quotedList } from '../columns.ts';

function conditionSql(condition: Condition): string {
  if ('filled' in condition) return `t.${columnName(condition.filled)} is not null`;
  if ('empty' in condition) return `t.${columnName(condition.empty)} is null`;
  const column = `t.${columnName(condition.field)}`;
  return 'below' in condition ? `${column} < ${condition.below}` : `${column} in (${quotedList(condition.is)})`;
}

/** The move that holds for the row `t`, as a row `m`. */
export function lastMoveSql({ code }: RegisterDefinition, what: string): string {
  return `select ${what} from register_moves m where m.register = '${code}' and m.county_code = t.county_code
    and m.record_id = t.id and m.withdrawn_at is null order by m.id desc limit 1`;
}

/** An expression; null of a register without states. */
export function stateSql(register: RegisterDefinition): string {
  const { states } = register;
  if (!states) return 'null::text';
  const among = (codes: readonly string[]) => (codes.length > 0 ? `l.last in (${quotedList(codes)})` : 'false');
  return `(select case when ${among(states.pauses ?? [])} then l.last
      ${states.reached.map(([state, condition]) => `when ${conditionSql(condition)} then '${state}'`).join(' ')}
      when ${among(movedStates(states))} then l.last else '${states.first}' end
    from (select (${lastMoveSql(register, 'm.to_state')}) as last) l)`;
}
