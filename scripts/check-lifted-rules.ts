import { readFileSync } from 'node:fs';

import { liftedWithoutReason } from './lifted-rules.ts';
import { projectFiles } from './project-files.ts';

// The rule itself and its test spell out what they look for.
const ABOUT_THE_RULE = /lifted-rules(?:\.test)?\.ts$/;

for (const path of projectFiles().filter((file) => /\.[jt]sx?$/.test(file) && !ABOUT_THE_RULE.test(file))) {
  for (const line of liftedWithoutReason(readFileSync(path, 'utf8'))) {
    console.error(`${path}:${line}: write "oxlint-disable-next-line <rule> -- <reason>".`);
    process.exitCode = 1;
  }
}
