import { momentText } from '../blocks/moments.ts';
import type { Block, Findings, View } from '../spec.ts';
import { momentAt } from './field-type.ts';

/** Lets a block of fields show and read moments under paths as `moments.alert-fired`, which the record keeps as a list. */
export function withMomentFields(block: Block): Block {
  return {
    ...block,
    render: (view) => block.render(viewWithMoments(view)),
    read(section, findings) {
      block.read(section, findingsWithMoments(findings));
    },
  };
}

function viewWithMoments(view: View): View {
  return {
    ...view,
    get(path) {
      const kind = momentAt(path);
      return kind === undefined ? view.get(path) : momentText(view, kind);
    },
  };
}

function findingsWithMoments(findings: Findings): Findings {
  return {
    ...findings,
    set(path, value, place) {
      const kind = momentAt(path);
      if (kind === undefined) {
        findings.set(path, value, place);
        return;
      }
      if (value === undefined) return;
      const at = `moments.${String(findings.count('moments'))}`;
      findings.set(`${at}.kind`, kind);
      findings.set(`${at}.at`, value);
    },
  };
}
