// The pages of registers with the registers of all slices. Loaded with the first of them.

import type { ComponentType } from 'react';
import { ImportPage } from '../../platform/web/registers/imports/import-page.tsx';
import { RegisterPage } from '../../platform/web/registers/register-page.tsx';
import { RegistersProvider, registersSetup } from '../../platform/web/registers/registers.tsx';
import { RegistersPage } from '../../platform/web/registers/registers-page.tsx';
import { catalogue } from '../registers.ts';

/** What the registers of a slice are called together. */
const TITLES: Readonly<Record<string, string>> = {
  regions: '区划',
  organisations: '单位和人员',
  policies: '政策',
  agenda: '目标、日程和清单',
  households: '农牧户',
  cases: '监测帮扶',
  help: '帮扶措施',
  insurance: '保险',
  projects: '项目',
  funds: '资金',
  assets: '资产',
  industry: '产业',
  employment: '就业',
  pairing: '协作和结对',
  teams: '驻村帮扶',
  construction: '乡村建设',
  governance: '乡村治理',
  rectification: '问题整改',
  assessment: '考核评估',
  figures: '指标',
};

const setup = registersSetup(catalogue, TITLES);

function withRegisters(Page: ComponentType): ComponentType {
  return () => (
    <RegistersProvider setup={setup}>
      <Page />
    </RegistersProvider>
  );
}

export const REGISTER_PAGES = {
  all: withRegisters(RegistersPage),
  one: withRegisters(RegisterPage),
  imports: withRegisters(ImportPage),
};
