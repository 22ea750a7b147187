// Files to try the intake with: `<data folder>/trial/<dataset>.csv`. Only the demonstration puts any there, of people it invented.

import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { operation } from '../../../../kernel/operation.ts';
import { Problem } from '../../../../kernel/problem.ts';
import { downloadHeaders } from '../../../../platform/server/http/download-headers.ts';
import { type RawRoute, rawRoute } from '../../../../platform/server/http/raw-route.ts';
import { LOADERS } from '../../domain/contract.ts';
import { datasetCode } from '../../domain/dataset-code.ts';
import { getOwnDataset } from '../datasets.ts';

type HasFolder = { dataFolder: string };

const { meta } = operation({ name: 'feeds.download-trial-file', roles: LOADERS })['~orpc'];

function trialPath({ dataFolder }: HasFolder, dataset: string): string {
  return path.join(dataFolder, 'trial', `${dataset}.csv`);
}

/** Whether there is one for the dataset. */
export function hasTrialFile(services: HasFolder, dataset: string): boolean {
  return existsSync(trialPath(services, dataset));
}

/** With a mark that makes Excel read it as UTF-8. */
export async function keepTrialFile(services: HasFolder, dataset: string, text: string): Promise<void> {
  const file = trialPath(services, dataset);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `\ufeff${text}`, { mode: 0o600 });
}

export const trialFile: RawRoute = rawRoute({
  meta,
  method: 'GET',
  path: '/feeds/datasets/:dataset/trial.csv',
  input: z.object({ dataset: datasetCode }),
  answer: async ({ actor, services }, { dataset }) => {
    const { code, title } = getOwnDataset(actor, dataset);
    if (!hasTrialFile(services, code)) throw new Problem('feeds.no-trial-file', { title });
    const body = await readFile(trialPath(services, code));
    return { headers: downloadHeaders(`${title}（试用，有常见问题）.csv`, 'csv'), body };
  },
});
