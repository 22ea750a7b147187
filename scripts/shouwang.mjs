#!/usr/bin/env node
// `npx shouwang …`: the command line under the Node that the project brings, whatever Node started this.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MEMORY, NODE_FLAGS } from './memory.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const own = path.join(root, 'node_modules', '.bin', 'node');
const node = existsSync(own) ? own : process.execPath;
const { status } = spawnSync(node, [...NODE_FLAGS, path.join(root, 'src', 'app', 'cli.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...MEMORY, ...process.env },
});
process.exit(status ?? 1);
