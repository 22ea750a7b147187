// 台账: all registers this account may read, by the slice they belong to.

import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import * as z from 'zod';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { PLACE_NAMES } from '../../../kernel/register/places.ts';
import { addressSchema, useAddress } from '../addresses.ts';
import { Section } from '../detail-page.tsx';
import { FilterBar } from '../list/list-filters.tsx';
import { formatCount } from '../numbers.ts';
import { PageTitle } from '../page-title.tsx';
import { Empty } from '../states.tsx';
import { useMay } from '../viewer.tsx';
import { useMayDo, useRegisters } from './registers.tsx';

export const registersSearch = addressSchema({ text: z.string().max(60) });

/** Whether title, code or a column of the register has these letters. */
function has({ title, code, fields }: RegisterDefinition, text: string): boolean {
  const words = [title, code, ...Object.values(fields).map((field) => field.title)];
  return words.some((word) => word.toLowerCase().includes(text.toLowerCase()));
}

/** In the order of the catalogue. */
function groupsOf(registers: readonly RegisterDefinition[]): [string, RegisterDefinition[]][] {
  const groups = new Map<string, RegisterDefinition[]>();
  for (const register of registers) groups.set(register.slice, [...(groups.get(register.slice) ?? []), register]);
  return [...groups];
}

export function RegistersPage() {
  const { catalogue, titles } = useRegisters();
  const { search, change } = useAddress(registersSearch);
  const may = useMayDo();
  const mayImport = useMay('registers.preview-import');
  const readable = catalogue.registers.filter((register) => may(register, 'list'));
  const found = readable.filter((register) => has(register, search.text ?? ''));
  return (
    <div className="sw-page">
      <PageTitle
        title="台账"
        note={`共 ${formatCount(found.length)} 个`}
        actions={
          mayImport ? (
            <Link to="/registers/import" search={{ step: 'new' } as object}>
              <Button type="primary">导入文件</Button>
            </Link>
          ) : null
        }
      />
      <FilterBar
        filters={[{ kind: 'text', key: 'text', label: '查找', placeholder: '台账名称、列名' }]}
        values={search}
        onChange={change}
      />
      {found.length === 0 ? (
        <Empty what={readable.length === 0 ? '您的角色没有可查看的台账' : '没有符合条件的台账'} />
      ) : null}
      {groupsOf(found).map(([slice, registers]) => (
        <Section key={slice} title={titles[slice] ?? '其他'}>
          <ul className="sw-register-list">
            {registers.map((register) => (
              <li key={register.code}>
                <Link to="/registers/$code" params={{ code: register.code } as object} search={areaOnly as never}>
                  {register.title}
                </Link>
                <span className="sw-quiet">{PLACE_NAMES[register.place]}</span>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

/** The search of this page belongs to it alone. */
const areaOnly = (old: { area?: string }) => ({ area: old.area });
