// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { figuresContract } from '../domain/contract.ts';

export const figures = createApi(figuresContract);

type Client = typeof figures.client;

export type FigureLine = Awaited<ReturnType<Client['list']>>['figures'][number];
export type FigureShown = Awaited<ReturnType<Client['show']>>;
export type Compared = FigureShown['published'][number];
export type FigureRow = Awaited<ReturnType<Client['rows']>>['items'][number];
