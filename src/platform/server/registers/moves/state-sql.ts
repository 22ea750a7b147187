// The state of a row in SQL: what `stateOf` says of one row (kernel/register/states.ts), over the row `t` of the register.

import { columnName, type RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import { movedStates, type Reached, type States } from '../../../../kernel/register/states.ts';
import { quotedList } from '../columns.ts';

function conditionSql(condition: Reached): string {
  if ('over' in condition) return `t.${columnName(condition.over)} < today_there()`;
  if ('come' in condition) return `t.${columnName(condition.come)} <= today_there()`;
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
  const { ends = [] } = states;
  const told = (isEnd: boolean) =>
    states.reached
      .filter(([state]) => ends.includes(state) === isEnd)
      .map(([state, condition]) => `when ${conditionSql(condition)} then '${state}'`)
      .join(' ');
  const among = (codes: readonly string[]) => (codes.length > 0 ? `l.last in (${quotedList(codes)})` : 'false');
  return `(select case ${told(true)} when ${among(states.pauses ?? [])} then l.last ${told(false)}
      when ${among(movedStates(states))} then l.last else '${states.first}' end
    from (select coalesce((${lastMoveSql(register, 'm.to_state')}), (${beforePauseSql(register, states)})) as last) l)`;
}

/** Where a row stood before the pause that its last move ended, if only a move told that. */
function beforePauseSql({ code }: RegisterDefinition, { pauses = [] }: States): string {
  if (pauses.length === 0) return 'null::text';
  return `select m.to_state from register_moves m where m.register = '${code}' and m.county_code = t.county_code
    and m.record_id = t.id and m.withdrawn_at is null and m.to_state not in (${quotedList(pauses)}) order by m.id desc limit 1`;
}
