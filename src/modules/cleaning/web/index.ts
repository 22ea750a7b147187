// The door of the slice's pages: how far cleaning is, the issues, the rules.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

const place = { area: '农牧户', entry: '数据清洗' };

export const routes: AnyRoute[] = [
  framePage({
    path: '/households/issues',
    menu: {
      ...{ ...place, title: '疑点', tab: '疑点清单', operation: 'cleaning.issues' },
      words: ['数据疑点', '疑点说明', '属实说明', '登记错误', '销号'],
    },
    help: () => import('./help.ts').then((help) => help.issues),
    load: () => import('./pages/issues.tsx').then((page) => page.IssuesPage),
  }),
  framePage({
    path: '/cleaning',
    menu: {
      ...{ ...place, title: '数据清洗', tab: '清洗进度', operation: 'cleaning.board' },
      words: ['清洗', '数据质量', '疑点率', '销号率', '逻辑校验'],
    },
    help: () => import('./help.ts').then((help) => help.board),
    load: () => import('./pages/board.tsx').then((page) => page.BoardPage),
  }),
  framePage({
    path: '/cleaning/comparisons',
    menu: {
      ...{ ...place, title: '机账实卡核查', tab: '机账实卡', operation: 'cleaning.checks' },
      words: ['机账实卡', '四方一致', '一致率', '明白卡', '账实相符'],
    },
    help: () => import('./help.ts').then((help) => help.comparisons),
    load: () => import('./pages/comparisons.tsx').then((page) => page.ComparisonsPage),
  }),
  framePage({
    path: '/cleaning/corrections',
    menu: {
      ...{
        area: '农牧户',
        entry: '国家系统比对与回写',
        title: '登记更正回写',
        tab: '登记更正',
        operation: 'cleaning.corrections',
      },
      words: ['登记更正', '改国家系统', '全国系统修改清单'],
    },
    help: () => import('./help.ts').then((help) => help.corrections),
    load: () => import('./pages/corrections.tsx').then((page) => page.CorrectionsPage),
  }),
  framePage({
    path: '/cleaning/rules',
    menu: {
      ...{ ...place, title: '清洗规则', tab: '规则与设定', operation: 'cleaning.rules' },
      words: ['校验规则', '61 条规则', '逻辑规则'],
    },
    help: () => import('./help.ts').then((help) => help.rules),
    load: () => import('./pages/rules.tsx').then((page) => page.RulesPage),
  }),
];
