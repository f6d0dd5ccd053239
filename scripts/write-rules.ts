import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { RULES } from '#core/review';

import { rulesPage } from './rules-page.ts';

writeFileSync(join(import.meta.dirname, '../docs/reference/rules.md'), rulesPage(RULES));
