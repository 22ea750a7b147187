// Where a row stands on its road, what may be done next and what is missing for it, and who led it here.

import { useQueryClient } from '@tanstack/react-query';
import { Button, Steps } from 'antd';
import { useState } from 'react';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { MadeMove, NextMove, RegisterRow } from '../../../../kernel/register/register-contract.ts';
import type { States } from '../../../../kernel/register/states.ts';
import { ActionTimeline } from '../../action-timeline.tsx';
import { useConfirm } from '../../confirm.ts';
import { newRequestId } from '../../request-id.ts';
import { useRegisterClient } from '../registers.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { dayReached, roadOf } from './road.ts';

type Row = RegisterRow & {
  moves?: MadeMove[] | undefined;
  next?: NextMove[] | undefined;
  mayWithdraw?: boolean | undefined;
};
type RowStateProps = { register: RegisterDefinition; states: States; row: Row };

export function RowState({ register, states, row }: RowStateProps) {
  const road = roadOf(states, row.state);
  return (
    <section className="sw-register-state" aria-label="办理">
      <Steps
        size="small"
        titlePlacement="vertical"
        current={Math.max(0, road.indexOf(row.state ?? states.first))}
        items={road.map((state) => {
          const on = dayReached(states, state, row.values, row.moves);
          return { title: states.names[state], ...(on ? { content: on } : {}) };
        })}
      />
      <NextMoves register={register} states={states} row={row} />
      <MadeMoves register={register} states={states} row={row} />
    </section>
  );
}

function NextMoves({ register, states, row }: RowStateProps) {
  const [open, setOpen] = useState<string>();
  const { next = [] } = row;
  if (next.length === 0) return null;
  return (
    <ul className="sw-register-next">
      {next.map(({ move, hindrances }) => (
        <li key={move}>
          <Button disabled={hindrances.length > 0} onClick={() => setOpen(move)}>
            {states.moves[move]?.title}
          </Button>
          <span className="sw-quiet">{hindrances.join('；')}</span>
        </li>
      ))}
      {open ? <MoveDialog register={register} name={open} rows={[row]} onClose={() => setOpen(undefined)} /> : null}
    </ul>
  );
}

function MadeMoves({ register, states, row }: RowStateProps) {
  const { moves = [] } = row;
  if (moves.length === 0) return null;
  const last = moves.find(({ withdrawnAt }) => !withdrawnAt);
  const entries = moves.map((made, i) => ({
    key: `${made.at} ${i}`,
    at: made.at,
    who: made.by,
    what: `${states.moves[made.move]?.title ?? made.move}，${made.doneOn}${made.withdrawnAt ? '（已撤回）' : ''}`,
    ...(made.withdrawnAt ? { tone: 'plain' as const } : {}),
    detail: (
      <>
        {made.opinion ? <div>意见：{made.opinion}</div> : null}
        {made === last && row.mayWithdraw ? <Withdraw register={register} row={row} /> : null}
      </>
    ),
  }));
  return <ActionTimeline entries={entries} />;
}

function Withdraw({ register, row }: { register: RegisterDefinition; row: Row }) {
  const client = useRegisterClient(register);
  const cache = useQueryClient();
  const confirm = useConfirm();
  const { countyCode, id, version } = row;
  const ask = () =>
    confirm({
      title: '撤回这一步？',
      what: '撤回后恢复到办理以前的状态，办理记录保留。',
      deed: '撤回',
      run: async () => {
        await client.withdraw({ requestId: newRequestId(), countyCode, id, version });
        await cache.invalidateQueries();
      },
    });
  return (
    <Button size="small" type="link" onClick={ask}>
      撤回
    </Button>
  );
}
