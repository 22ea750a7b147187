// The door of the slice's pages: the monthly confirmation, and what asks for action.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

const at = (title: string, tab: string, operation: string) => ({
  ...{ title, area: '产业就业', entry: '稳岗就业', tab, operation },
});

export const routes: AnyRoute[] = [
  framePage({
    path: '/employment/confirm',
    menu: { ...at('务工点选确认', '月确认', 'employment.confirm-progress'), words: ['月确认', '在岗', '务工'] },
    help: () => import('./help.ts').then((help) => help.confirm),
    load: () => import('./pages/confirm.tsx').then((page) => page.ConfirmPage),
  }),
  framePage({
    path: '/employment/roster',
    menu: { ...at('务工名册比对', '名册比对', 'employment.roster'), words: ['人社', '医保', '就业变动'] },
    help: () => import('./help.ts').then((help) => help.roster),
    load: () => import('./pages/roster.tsx').then((page) => page.RosterPage),
  }),
  framePage({
    path: '/employment/needs',
    menu: { ...at('就业待办', '待办', 'employment.needs'), words: ['离岗', '公益岗位', '车间停工'] },
    help: () => import('./help.ts').then((help) => help.needs),
    load: () => import('./pages/needs.tsx').then((page) => page.NeedsPage),
  }),
];
