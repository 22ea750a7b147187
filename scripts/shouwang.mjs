#!/usr/bin/env node
// `npx shouwang …`: the command line under the Node that the project brings, whatever Node started this.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ownNode, ROOT } from './install.mjs';
import { MEMORY, NODE_FLAGS } from './memory.mjs';

const cli = path.join(ROOT, 'src', 'app', 'cli.ts');
const { status } = spawnSync(ownNode(), [...NODE_FLAGS, cli, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...MEMORY, ...process.env },
});
process.exit(status ?? 1);
