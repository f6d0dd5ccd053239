import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

import { type Finding, refusal } from '#core/errors';

import { systemReason } from './system-reason.ts';

/** One file to read; `named` where it stands on the command line itself. */
export interface FoundFile {
  readonly path: string;
  readonly named: boolean;
}

/** Files below the paths, in the order of the paths and by name below each, and what could not be walked. */
export interface Walk {
  readonly files: readonly FoundFile[];
  readonly findings: readonly Finding[];
  /** True if a path of the command line is missing or unreadable. */
  readonly unreadable: boolean;
}

/** What tools keep for themselves; evidence is elsewhere. */
const SKIPPED = new Set(['.git', '.hg', '.svn', 'node_modules', '.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Standard input on the command line. */
export const STANDARD_INPUT = '-';

/** Walks paths, follows symbolic links, and reports loops, special files and what cannot be opened. */
export function walkPaths(paths: readonly string[]): Walk {
  const walker = new Walker();
  for (const path of paths) walker.visit(path, { named: true, above: [] });
  return walker;
}

interface Visit {
  readonly named: boolean;
  /** Real paths of the directories on the way here. */
  readonly above: readonly string[];
}

class Walker implements Walk {
  readonly files: FoundFile[] = [];
  readonly findings: Finding[] = [];
  unreadable = false;

  visit(path: string, visit: Visit): void {
    if (path === STANDARD_INPUT && visit.named) {
      this.files.push({ path, named: true });
      return;
    }
    try {
      const stats = statSync(path);
      if (stats.isDirectory()) this.#visitDirectory(path, visit);
      else this.#visitFile(path, visit, stats);
    } catch (error) {
      this.#fail(path, visit, error);
    }
  }

  #visitDirectory(path: string, visit: Visit): void {
    const real = realpathSync(path);
    if (visit.above.includes(real)) {
      this.findings.push({
        code: 'symlink-loop',
        severity: 'warning',
        message: `"${path}" is a symbolic link to "${real}", a directory above it, and was not followed.`,
        place: { file: path },
        help: 'Remove the link if something else was meant.',
      });
      return;
    }
    const below: Visit = { named: false, above: [...visit.above, real] };
    for (const name of readdirSync(path).toSorted()) {
      if (!SKIPPED.has(name)) this.visit(join(path, name), below);
      else if (name === '.git') this.#skipRepository(path);
    }
  }

  #visitFile(path: string, visit: Visit, stats: Stats): void {
    // A pipe that is named, as <(command), is meant; one that lies in a directory would only hang.
    if (stats.isFile() || visit.named) this.files.push({ path, named: visit.named });
    else
      this.findings.push({
        code: 'special-file',
        severity: 'info',
        message: `"${path}" is neither a file nor a directory and was left out.`,
        place: { file: path },
      });
  }

  #skipRepository(path: string): void {
    this.findings.push({
      code: 'repository-skipped',
      severity: 'info',
      message: `"${path}" is a git repository; its history was not read.`,
      place: { file: path },
      help: `Add --repo "${path}" to read the commits of the incident window.`,
    });
  }

  #fail(path: string, visit: Visit, error: unknown): void {
    if (visit.named) this.unreadable = true;
    const { code, reason } = systemReason(error);
    const loop = code === 'ELOOP';
    const missing = code === 'ENOENT' && visit.named;
    if (missing) this.findings.push(refusal('path-missing', { path }).toFinding({ file: path }));
    else if (code === 'ENOENT') this.findings.push(brokenLink(path));
    else {
      const finding = refusal('path-unreadable', { path, reason }).toFinding({ file: path });
      this.findings.push(loop ? { ...finding, code: 'symlink-loop', severity: 'warning', help: LOOP_HELP } : finding);
    }
  }
}

const LOOP_HELP = 'The symbolic link leads back to itself; remove it, or point it to the file that was meant.';

function brokenLink(path: string): Finding {
  return {
    code: 'broken-link',
    severity: 'warning',
    message: `"${path}" is a symbolic link to something that is not there.`,
    place: { file: path },
    help: 'Copy the file that was meant beside the others.',
  };
}
