// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { teamsContract } from '../domain/contract.ts';

export const teams = createApi(teamsContract);

type Client = typeof teams.client;

export type Board = Awaited<ReturnType<Client['board']>>;
export type BoardLine = Board['areas'][number];
export type GapLine = Board['gaps'][number];
export type Team = Awaited<ReturnType<Client['team']>>;
export type SheetTold = Awaited<ReturnType<Client['sheet']>>;
export type SheetLine = SheetTold['lines'][number];
export type MemberTold = Awaited<ReturnType<Client['member']>>;
export type MemberDay = MemberTold['days'][number];
export type AssessmentTold = Awaited<ReturnType<Client['assessment']>>;
export type AssessedLine = AssessmentTold['lines'][number];
export type BallotTold = Awaited<ReturnType<Client['ballot']>>;
