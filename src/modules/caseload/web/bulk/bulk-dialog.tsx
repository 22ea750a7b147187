// One deed for many households: how many fit and why the others do not, what all share, what each has of its own, and who was
// refused in the end.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Collapse } from 'antd';
import { useState } from 'react';
import { DraftForm, GuardedModal } from '../../../../platform/web/form/index.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { ACTIONS } from '../../../cases/domain/actions.ts';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import { type BulkInput, type BulkKind, ownFields } from '../../../cases/domain/bulk-act.ts';
import { cases } from '../../../cases/web/api.ts';
import {
  ACTION_FORMS,
  carriedTo,
  carryOn,
  detailOf,
  FieldItem,
  useFilling,
  useUndo,
} from '../../../cases/web/doors/acting.ts';
import type { CaseDetail, DetailValues } from '../../../cases/web/doors/rows.ts';
import type { CaseFilter } from '../../domain/case-filter.ts';
import { caseload } from '../api.ts';
import type { BulkCheck } from '../types.ts';
import { OwnTable, ownBeginning } from './bulk-own.tsx';

/** Households that were chosen, or everything that is filtered. */
export type BulkOf = { kind: BulkKind; cases: CaseKey[] } | { kind: BulkKind; filter: CaseFilter };

type BulkDialogProps = { of: BulkOf; onClose: () => void };

export function BulkDialog({ of, onClose }: BulkDialogProps) {
  const check = useQuery({
    // What is looked at is what is decided about: it is not read again under the reader's eyes.
    ...caseload.query.bulkCheck.queryOptions({ input: of }),
    ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false },
  });
  const [answer, setAnswer] = useState<Answer>();
  return (
    <GuardedModal title={`批量办理：${ACTIONS[of.kind].title}`} width={920} onClose={onClose}>
      {check.isPending ? <Loading rows={6} /> : null}
      {check.isError ? <Failed error={check.error} onRetry={() => void check.refetch()} /> : null}
      {check.data && !answer ? (
        <Checked kind={of.kind} check={check.data} onClose={onClose} onDone={setAnswer} />
      ) : null}
      {check.data && answer ? <Told check={check.data} answer={answer} onClose={onClose} /> : null}
    </GuardedModal>
  );
}

type Answer = Awaited<ReturnType<typeof cases.client.bulkAct>>;
type CheckedProps = { kind: BulkKind; check: BulkCheck; onClose: () => void; onDone: (answer: Answer) => void };

function Checked(props: CheckedProps) {
  const { kind, check } = props;
  const [first] = check.fitting;
  return (
    <>
      <Fit kind={kind} check={check} />
      {first ? (
        <WithDetail {...props} first={first} />
      ) : (
        <Empty what={`所选的户都不能${ACTIONS[kind].title}`} hint="原因见上面的名单。" />
      )}
    </>
  );
}

/** 可通过 6 户,另 7 户不适用. */
function Fit({ kind, check: { fitting, others, total, limit } }: { kind: BulkKind; check: BulkCheck }) {
  const unfit = others.reduce((sum, { cases }) => sum + cases.length, 0);
  return (
    <div className="sw-part">
      <p>
        可{ACTIONS[kind].title} <strong>{formatCount(fitting.length)}</strong> 户
        {unfit > 0 ? `，另 ${formatCount(unfit)} 户不适用` : ''}
        {total > limit ? `。共 ${formatCount(total)} 户，一次最多办理 ${limit} 户，先办期限最近的` : ''}。
      </p>
      {unfit > 0 ? (
        <Collapse
          size="small"
          items={others.map(({ reason, cases }) => ({
            key: reason,
            label: `${cases.length} 户：${reason}`,
            children: cases.map(({ headName, villageName }) => `${headName}户（${villageName}）`).join('、'),
          }))}
        />
      ) : null}
    </div>
  );
}

type FirstProps = CheckedProps & { first: CaseKey };

/** The first household tells what may be chosen: levels of the notice, departments that were asked. */
function WithDetail({ first: { countyCode, id }, ...props }: FirstProps) {
  const query = useQuery(cases.query.case.queryOptions({ input: { countyCode, id } }));
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading rows={6} />;
  return <Filled {...props} detail={query.data} />;
}

type Values = { shared: DetailValues; own: Record<string, DetailValues> };

function Filled({ kind, check, onClose, onDone, detail }: CheckedProps & { detail: CaseDetail }) {
  const cache = useQueryClient();
  const undo = useUndo();
  const filling = useFilling(detail);
  const own = ownFields(kind);
  const [all] = useState(() => ACTION_FORMS[kind].fields(filling));
  const shared = all.filter(({ name }) => !own.includes(name));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [initial] = useState(() => ({
    shared: { ...ACTION_FORMS[kind].initial?.(filling), ...carriedTo(kind) },
    own: Object.fromEntries(check.fitting.map((row) => [keyOf(row), ownBeginning(kind, row)])),
  }));
  const chosen = check.fitting.filter((row) => !left.has(keyOf(row)));

  async function send(values: Values, requestId: string) {
    const targets = chosen.map((row) => {
      const { countyCode, id, version } = row;
      return { countyCode, id, version, own: values.own?.[keyOf(row)] ?? {} };
    });
    // A form is made of data, so what it gives is known to the server's schema only.
    const input = { requestId, kind, shared: detailOf(shared, values.shared), cases: targets } as unknown as BulkInput;
    const answer = await cases.client.bulkAct(input);
    carryOn(kind, values.shared);
    undo({ kind, what: `${ACTIONS[kind].title}：已办理 ${answer.done.length} 户`, done: answer.done });
    if (answer.refused.length > 0) onDone(answer);
    else onClose();
    await cache.invalidateQueries({ queryKey: caseload.query.key() });
  }

  return (
    <DraftForm<Values>
      initialValues={initial}
      deed={{ label: `${ACTIONS[kind].title} ${formatCount(chosen.length)} 户`, disabled: chosen.length === 0 }}
      onSend={send}
      stays
      onClose={onClose}
    >
      {shared.map((field) => (
        <FieldItem key={field.name} field={{ ...field, name: `shared.${field.name}` }} latestDay={filling.today} />
      ))}
      <OwnTable
        fields={all.filter(({ name }) => own.includes(name))}
        rows={check.fitting}
        left={left}
        onLeave={(key) => setLeft(toggled(left, key))}
      />
    </DraftForm>
  );
}

const keyOf = ({ countyCode, id }: CaseKey) => `${countyCode}-${id}`;

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

type ToldProps = { check: BulkCheck; answer: Answer; onClose: () => void };

/** Each refused household with its reason; the others are done. */
function Told({ check, answer: { done, refused }, onClose }: ToldProps) {
  const names = new Map(check.fitting.map((row) => [keyOf(row), `${row.headName}户（${row.villageName}）`]));
  return (
    <>
      <Alert type="warning" showIcon title={`已办理 ${done.length} 户，${refused.length} 户没有办理。`} />
      <ul className="sw-reasons">
        {refused.map((each) => (
          <li key={keyOf(each)}>
            {names.get(keyOf(each))}：{each.reason}
          </li>
        ))}
      </ul>
      <div className="sw-form-actions">
        <Button type="primary" onClick={onClose}>
          知道了
        </Button>
      </div>
    </>
  );
}
