import type { Patch } from './patch.ts';
import type { Scene } from './scene.ts';
import type { Change } from './change.ts';

export function* notesFor(scene: Scene, change: Change): Generator<Patch[]> {
  void [scene, change];
}
