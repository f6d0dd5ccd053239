import type { ShapeGroup } from './group-shapes.ts';
import { type ShapeWords, shapeWords, VALUE_CHARACTER } from './shape-words.ts';

interface KnownTemplate {
  readonly words: readonly string[];
  readonly shape: number;
}

/** Finds the known pattern that a new shape has the words of, without learning the shape. */
export class TemplateIndex {
  readonly #byMarks = new Map<string, KnownTemplate[]>();

  constructor(groups: readonly ShapeGroup[]) {
    for (const { members, template } of groups) {
      const parts = shapeWords(template);
      // What varies nowhere has no other shape.
      if (members.length === 1) continue;
      const key = keyOf(parts);
      const known = this.#byMarks.get(key) ?? [];
      known.push({ words: parts.words, shape: members[0] ?? 0 });
      this.#byMarks.set(key, known);
    }
  }

  /** The lowest shape of the pattern, −1 if none fits. */
  find(shape: string): number {
    const parts = shapeWords(shape);
    const candidates = this.#byMarks.get(keyOf(parts)) ?? [];
    const fitting = candidates.find(({ words }) =>
      words.every((word, at) => word === VALUE_CHARACTER || word === parts.words[at]),
    );
    return fitting?.shape ?? -1;
  }
}

function keyOf({ marks }: ShapeWords): string {
  return marks.join('\n');
}
