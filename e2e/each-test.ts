// Before and after every test of every journey.

import { afterEach, beforeEach } from 'vitest';
import { beginTest, endTest } from './harness.ts';

beforeEach(beginTest);
afterEach(endTest);
