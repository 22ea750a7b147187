// The door of the slice's pages: settings of the process.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/process/templates',
    menu: { title: '流程模板', area: '设置', entry: '流程模板', operation: 'process.templates' },
    help: () => import('./help.ts').then((help) => help.templates),
    load: () => import('./pages/templates.tsx').then((page) => page.TemplatesPage),
  }),
  framePage({
    path: '/process/templates/edit',
    load: () => import('./pages/template-editor.tsx').then((page) => page.TemplateEditorPage),
  }),
  framePage({
    path: '/process/calendar',
    menu: { title: '节假日', area: '设置', entry: '节假日', operation: 'process.calendar' },
    help: () => import('./help.ts').then((help) => help.calendar),
    load: () => import('./pages/calendar.tsx').then((page) => page.CalendarPage),
  }),
];
