import type { Patch } from './patch.ts';
import type { Scene } from './scene.ts';
import type { Insertion } from './list-items.ts';

export function* newFields(scene: Scene, path: string, value: unknown): Generator<Patch[]> {
  void [scene, path, value];
}

export function* newLists(scene: Scene, list: string, item: unknown): Generator<Insertion> {
  void [scene, list, item];
}
