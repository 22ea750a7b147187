// One row: all its fields, what may be done with it, and every version it had.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import { allFields, type RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Field } from '../../../kernel/register/field.ts';
import type { RegisterRow } from '../../../kernel/register/register-contract.ts';
import { isOpen } from '../../../kernel/register/states.ts';
import { Facts } from '../detail-page.tsx';
import { useResume } from '../form/index.ts';
import { Failed, Loading } from '../states.tsx';
import { useMay } from '../viewer.tsx';
import { KINDS_ON_SCREEN, shown, titleOf } from './kinds.tsx';
import { RowState } from './moves/row-state.tsx';
import { RowPhotos } from './photos/row-photos.tsx';
import { type RowsDeed, registerKey, useDeeds, useMayDo, useRegisterClient, useRegisters } from './registers.tsx';
import { Related } from './related-rows.tsx';
import { ChangeDialog, formName, recordName, VoidDialog } from './row-dialogs.tsx';
import { RowHistory } from './row-history.tsx';

type RowDrawerProps = { register: RegisterDefinition; countyCode: number; id: number; onClose: () => void };

export function RowDrawer({ register, countyCode, id, onClose }: RowDrawerProps) {
  const client = useRegisterClient(register);
  const { parts } = useRegisters();
  const row = useQuery({
    queryKey: [...registerKey(register.code), 'row', countyCode, id],
    queryFn: ({ signal }) => client.get({ countyCode, id }, { signal }),
  });
  const title = row.data ? titleOfRow(register, row.data) : register.title;
  return (
    <Drawer
      open
      size={760}
      title={title}
      onClose={onClose}
      extra={row.data ? <RowDeeds register={register} row={row.data} /> : null}
    >
      {row.isPending ? <Loading rows={10} /> : null}
      {row.isLoadingError ? <Failed error={row.error} onRetry={() => void row.refetch()} /> : null}
      {row.data ? (
        <>
          {row.data.voided ? (
            <Alert
              className="sw-alert"
              type="warning"
              showIcon
              title={`这条记录已作废，不计入统计。原因：${String(row.data.values.voidReason ?? '没有填写')}`}
            />
          ) : null}
          {register.states ? <RowState register={register} states={register.states} row={row.data} /> : null}
          <PageOfRow register={register} row={row.data} />
          <RowFacts register={register} row={row.data} />
          {parts.map(({ RowSection }, i) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of the program never change their order
            RowSection ? <RowSection key={i} register={register} row={row.data} /> : null,
          )}
          <Related register={register} row={row.data} />
          <RowPhotos register={register} row={row.data} />
          <section className="sw-register-history">
            <h2>历史</h2>
            <RowHistory register={register} versions={row.data.history} />
          </section>
        </>
      ) : null}
    </Drawer>
  );
}

function PageOfRow({ register, row }: { register: RegisterDefinition; row: RegisterRow }) {
  const page = useRegisters().rowPages[register.code];
  const may = useMay(page?.operation ?? '');
  if (!page || !may) return null;
  return (
    <p>
      <Link to={page.path(row.values)}>{page.title}</Link>
    </p>
  );
}

/** By its key and, where it has one, its name. */
function titleOfRow({ key, fields }: RegisterDefinition, { values }: RegisterRow): string {
  const called = Object.entries(fields).find(
    ([name, { find, kind, secret }]) => find && kind === 'text' && !secret && !key.includes(name),
  );
  return [...key, ...(called ? [called[0]] : [])].map((name) => String(values[name] ?? '')).join(' ');
}

const HIDDEN = new Set(['voided', 'voidReason']);

function RowFacts({ register, row }: { register: RegisterDefinition; row: RegisterRow }) {
  const { catalogue } = useRegisters();
  const may = useMayDo();
  /** The register of the row that a value refers to, where its list finds that row by what is written. */
  const lookedUpIn = ({ target }: Field) => {
    const found = target ? catalogue.find(target) : undefined;
    return found && found.key.length === 1 && found.fields[found.key[0] ?? '']?.find && may(found, 'list')
      ? found
      : undefined;
  };
  const facts = allFields(register)
    .filter(([name]) => !HIDDEN.has(name))
    .map(([name, field]) => ({
      label: titleOf(field),
      value: <Value value={row.values[name]} field={field} of={lookedUpIn(field)} />,
      ...(KINDS_ON_SCREEN[field.kind].wide ? { wide: true } : {}),
    }));
  return <Facts facts={facts} />;
}

type ValueProps = { value: unknown; field: Field; of: RegisterDefinition | undefined };

function Value({ value, field, of }: ValueProps) {
  if (!of || !value) return shown(value, field);
  return (
    <Link to={`/registers/${of.code}`} search={{ text: String(value) } as never}>
      {shown(value, field)}
    </Link>
  );
}

type Open = 'change' | 'void';

function RowDeeds({ register, row }: { register: RegisterDefinition; row: RegisterRow }) {
  const cache = useQueryClient();
  const may = useMayDo();
  const [open, setOpen] = useState<Open>();
  const [deed, setDeed] = useState<RowsDeed>();
  const deeds = useDeeds(register);
  const isFree = isOpen(register.states, row.state);
  const mayChange = may(register, 'change') && !row.voided && isFree;
  useResume(formName(register), (record) => {
    if (record !== recordName(row) || !mayChange) return false;
    setOpen('change');
    return true;
  });
  const dialog = {
    register,
    row,
    onDone: () => cache.invalidateQueries({ queryKey: registerKey(register.code) }),
    onClose: () => setOpen(undefined),
  };
  return (
    <div className="sw-actions">
      {row.voided
        ? null
        : deeds.map((each) => (
            <Button key={each.label} onClick={() => setDeed(each)}>
              {each.label}
            </Button>
          ))}
      {may(register, 'void') && isFree ? (
        <Button danger={!row.voided} onClick={() => setOpen('void')}>
          {row.voided ? '恢复' : '作废'}
        </Button>
      ) : null}
      {mayChange ? (
        <Button type="primary" onClick={() => setOpen('change')}>
          修改
        </Button>
      ) : null}
      {deed ? <deed.Dialog register={register} rows={[row]} onClose={() => setDeed(undefined)} /> : null}
      {open === 'change' ? <ChangeDialog {...dialog} /> : null}
      {open === 'void' ? <VoidDialog {...dialog} /> : null}
    </div>
  );
}
