// 台账: the list of one register, made from its definition. A row opens beside it; which one stands in the address.

import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { useAddress } from '../addresses.ts';
import { useShowFailure } from '../confirm.ts';
import { download } from '../downloads.ts';
import { useResume } from '../form/index.ts';
import { ListPage } from '../list/list-page.tsx';
import { Empty } from '../states.tsx';
import { useBulkMoves } from './moves/bulk-moves.tsx';
import { listColumns } from './register-columns.tsx';
import { exportQuery, listFilters, listInput, registerSearch, rowAddress } from './register-filters.ts';
import { registerKey, useHasRole, useMayDo, useRegisterClient, useRegisterOfPage } from './registers.tsx';
import { AddDialog, formName, recordName } from './row-dialogs.tsx';
import { RowDrawer } from './row-drawer.tsx';

export function RegisterPage() {
  const register = useRegisterOfPage();
  const may = useMayDo();
  if (!register) return <Empty what="没有这个台账" hint="请从“台账”进入，或检查链接是否完整。" />;
  if (!may(register, 'list'))
    return <Empty what={`您的角色不能查看${register.title}`} hint="需要查看请联系本级管理员。" />;
  return <RegisterList key={register.code} register={register} />;
}

function RegisterList({ register }: { register: RegisterDefinition }) {
  const client = useRegisterClient(register);
  const cache = useQueryClient();
  const may = useMayDo();
  const made = useMemo(
    () => ({
      search: registerSearch(register),
      filters: listFilters(register),
      columns: listColumns(register),
    }),
    [register],
  );
  const { search, change } = useAddress(rowAddress);
  const [isAdding, setAdding] = useState(false);
  const mayAdd = may(register, 'add') && !register.comesFrom;
  useResume(formName(register), (record) => {
    if (record !== 'new' || !mayAdd) return false;
    setAdding(true);
    return true;
  });
  const open = search.record?.split('-').map(Number);
  const { bulk, dialog } = useBulkMoves(register);

  return (
    <>
      <ListPage
        {...made}
        id={`registers.${register.code}`}
        title={register.title}
        unit={register.unit}
        rowKey={recordName}
        queryKey={registerKey(register.code)}
        fetch={(asked, area, signal) => client.list(listInput(register, asked, area), { signal })}
        onOpen={(row) => change({ record: recordName(row) })}
        bulk={bulk}
        rowTone={({ voided }) => (voided ? 'quiet' : undefined)}
        actions={
          <>
            <MoreOfRegister register={register} />
            {mayAdd ? (
              <Button type="primary" onClick={() => setAdding(true)}>
                登记
              </Button>
            ) : null}
          </>
        }
        {...(may(register, 'export')
          ? {
              onExport: (asked: Record<string, unknown>, area: number) =>
                download(
                  `registers/${register.code}/export`,
                  exportQuery(register, asked, area),
                  `${register.title}.xlsx`,
                ),
            }
          : {})}
        emptyHint={register.comesFrom ?? '可以逐条登记，也可以用模板填好后从“台账导入”导入。'}
      />
      {open ? (
        <RowDrawer
          register={register}
          countyCode={open[0] ?? 0}
          id={open[1] ?? 0}
          onClose={() => change({ record: undefined })}
        />
      ) : null}
      {dialog}
      {isAdding ? (
        <AddDialog
          register={register}
          onAdded={async (key) => {
            await cache.invalidateQueries({ queryKey: registerKey(register.code) });
            change({ record: recordName(key) });
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  );
}

/** What is asked for less often: the template, and the way in for files. */
function MoreOfRegister({ register }: { register: RegisterDefinition }) {
  const may = useMayDo();
  const mayImport = useHasRole()(register.roles.import) && !register.comesFrom;
  const showFailure = useShowFailure();
  return (
    <>
      {may(register, 'template') ? (
        <Button
          onClick={() =>
            void download(`registers/${register.code}/template`, {}, `${register.title}填报模板.xlsx`).catch(
              showFailure,
            )
          }
        >
          下载模板
        </Button>
      ) : null}
      {mayImport ? (
        <Link to="/registers/import" search={{ step: 'new' } as object}>
          <Button>导入文件</Button>
        </Link>
      ) : null}
    </>
  );
}
