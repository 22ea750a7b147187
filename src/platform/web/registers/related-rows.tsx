// What other registers say of a row: the first rows of each, all of them a click away, and a new one that is already of this row.

import { PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Dropdown, Table } from 'antd';
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
  const groups = related.data.flatMap((group) => {
    const of = catalogue.find(group.code);
    return of ? [{ key: `${group.code} ${group.field}`, register: of, ...group }] : [];
  });
  const filled = groups.filter(({ count }) => count > 0);
  return (
    <>
      {filled.map(({ key, ...group }) => (
        <section key={key} className="sw-register-history" aria-label={group.register.title}>
          <h2>
            {group.register.title} {formatCount(group.count)} {group.register.unit}
          </h2>
          <FirstRows {...group} />
        </section>
      ))}
      {voided ? null : <AddRelated groups={groups} />}
    </>
  );
}

type Group = Omit<RelatedRows, 'code'> & { register: RegisterDefinition };

/** A new row of one of these registers, which begins with the key of the row it is of. */
function AddRelated({ groups }: { groups: readonly (Group & { key: string })[] }) {
  const may = useMayDo();
  const cache = useQueryClient();
  const [adding, setAdding] = useState<Group>();
  const addable = groups.filter(({ register }) => may(register, 'add'));
  if (addable.length === 0) return null;
  const items = addable.map(({ key, register }) => ({ key, label: register.title }));
  return (
    <div className="sw-register-history">
      <Dropdown
        trigger={['click']}
        menu={{ items, onClick: ({ key }) => setAdding(addable.find((group) => group.key === key)) }}
      >
        <Button icon={<PlusOutlined />}>登记相关记录</Button>
      </Dropdown>
      {adding ? (
        <AddDialog
          register={adding.register}
          given={adding.values}
          onAdded={() => cache.invalidateQueries({ queryKey: ['registers'] })}
          onClose={() => setAdding(undefined)}
        />
      ) : null}
    </div>
  );
}

function FirstRows({ register, field, count, values }: Group) {
  const client = useRegisterClient(register);
  const rows = useQuery({
    queryKey: [...registerKey(register.code), 'related', values],
    queryFn: ({ signal }) => client.list({ filters: asTexts(values), limit: SHOWN }, { signal }),
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

const asTexts = (values: RelatedRows['values']): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
