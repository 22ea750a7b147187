// What other registers say of a row: the first rows of each, all of them a click away, and a new one that is already of this row.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Table } from 'antd';
import { useState } from 'react';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { RelatedRows } from '../../../kernel/register/find-contract.ts';
import type { RegisterRow } from '../../../kernel/register/register-contract.ts';
import { formatCount } from '../numbers.ts';
import { Failed, Loading } from '../states.tsx';
import { findRelated } from './find.ts';
import { listColumns } from './register-columns.tsx';
import { narrowedTo } from './register-filters.ts';
import { registerKey, useMayDo, useRegisterClient, useRegisters } from './registers.tsx';
import { AddDialog, recordName } from './row-dialogs.tsx';

const SHOWN = 5;
const COLUMNS = 5;

type RelatedProps = { register: RegisterDefinition; row: RegisterRow };

export function Related({ register, row: { countyCode, id, voided } }: RelatedProps) {
  const { catalogue } = useRegisters();
  const isReferredTo = catalogue.referringTo(register.code).length > 0;
  const related = useQuery({
    // Below the key of all registers: a row added anywhere may be one of these.
    queryKey: ['registers', 'related', register.code, countyCode, id],
    queryFn: ({ signal }) => findRelated({ code: register.code, countyCode, id }, signal),
    enabled: isReferredTo,
  });
  if (!isReferredTo) return null;
  if (related.isPending) return <Loading rows={2} />;
  if (related.isError) return <Failed error={related.error} onRetry={() => void related.refetch()} />;
  return related.data.map((group) => {
    const of = catalogue.find(group.code);
    return of ? <Group key={`${group.code} ${group.field}`} register={of} group={group} isClosed={voided} /> : null;
  });
}

type GroupProps = { register: RegisterDefinition; group: RelatedRows; isClosed: boolean };

function Group({ register, group, isClosed }: GroupProps) {
  const may = useMayDo();
  const cache = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const mayAdd = may(register, 'add') && !isClosed;
  if (group.count === 0 && !mayAdd) return null;
  const field = register.fields[group.field]?.title ?? '';
  return (
    <section className="sw-register-history" aria-label={register.title}>
      <h2 className="sw-register-related">
        <span title={`“${field}”是这一条的${register.title}`}>
          {register.title} {formatCount(group.count)} {register.unit}
        </span>
        {mayAdd ? (
          <Button size="small" onClick={() => setAdding(true)}>
            登记
          </Button>
        ) : null}
      </h2>
      {group.count > 0 ? <FirstRows register={register} group={group} /> : null}
      {isAdding ? (
        <AddDialog
          register={register}
          given={group.values}
          onAdded={() => cache.invalidateQueries({ queryKey: ['registers'] })}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </section>
  );
}

function FirstRows({ register, group: { field, count, values } }: Omit<GroupProps, 'isClosed'>) {
  const client = useRegisterClient(register);
  const rows = useQuery({
    queryKey: [...registerKey(register.code), 'related', values],
    queryFn: ({ signal }) =>
      client.list({ filters: Object.fromEntries(asked(values)), limit: SHOWN, sort: undefined }, { signal }),
  });
  if (rows.isPending) return <Loading rows={2} />;
  if (rows.isError) return <Failed error={rows.error} onRetry={() => void rows.refetch()} />;
  const columns = listColumns(register).filter(({ key, spare }) => key !== field && !spare);
  const address = `/registers/${register.code}`;
  const search = narrowedTo(values);
  return (
    <>
      <Table<RegisterRow>
        size="small"
        pagination={false}
        dataSource={rows.data.items}
        rowKey={recordName}
        columns={columns.slice(0, COLUMNS).map(({ key, title, render, align }, i) => ({
          ...{ key, title, ...(align ? { align } : {}) },
          render: (_value: unknown, row: RegisterRow) =>
            i === 0 ? (
              <Link to={address} search={{ ...search, record: recordName(row) } as never}>
                {render(row)}
              </Link>
            ) : (
              render(row)
            ),
        }))}
      />
      {count > SHOWN ? (
        <Link to={address} search={search as never}>
          查看全部 {formatCount(count)} {register.unit}
        </Link>
      ) : null}
    </>
  );
}

const asked = (values: RelatedRows['values']) =>
  Object.entries(values).map(([name, value]) => [name, String(value)] as const);
