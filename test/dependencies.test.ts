// Packages come whole and from a registry; what is known against them is judged, and not being able to ask is not called sound.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../scripts/audit-dependencies.mjs';

const ROOT = path.dirname(import.meta.dirname);

describe('dependencies', () => {
  it('are each held by a hash, and none comes from anywhere but a registry', () => {
    const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<
        string,
        {
          integrity?: string;
          resolved?: string;
          link?: boolean;
          inBundle?: boolean;
          optional?: boolean;
          cpu?: string[];
        }
      >;
    };
    // npm writes no hash for what other machines than the writer's would need.
    const installed = Object.entries(packages).filter(
      ([name, { inBundle, optional, cpu, integrity }]) =>
        name !== '' && !inBundle && !(optional && cpu && integrity === undefined),
    );
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([name]) => name)).toEqual(
      [],
    );
    expect(installed.filter(([, { resolved, link }]) => link || /^(git|http:|file:)/.test(resolved ?? ''))).toEqual([]);
  });

  it.each([
    ['no network', '{"message":"request to the registry failed","error":{"summary":"ENOTFOUND"}}', 'unknown'],
    ['nothing at all', '', 'unknown'],
    ['sound', '{"metadata":{"vulnerabilities":{"high":0}},"vulnerabilities":{}}', 'sound'],
    [
      'a slight fault',
      '{"metadata":{"vulnerabilities":{"low":1}},"vulnerabilities":{"x":{"severity":"low"}}}',
      'sound',
    ],
    [
      'a grave fault',
      '{"metadata":{"vulnerabilities":{"high":1}},"vulnerabilities":{"x":{"severity":"high"}}}',
      'faulty',
    ],
  ])('%s is told as it is', (_, text, state) => {
    expect(judge(text).state).toBe(state);
  });
});
