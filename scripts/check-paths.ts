import { vagueName } from './path-rule.ts';
import { projectFiles } from './project-files.ts';

for (const path of projectFiles()) {
  const name = vagueName(path);
  if (name === undefined) continue;
  console.error(`${path}: "${name}" does not say what is inside; name it after what it does or holds.`);
  process.exitCode = 1;
}
