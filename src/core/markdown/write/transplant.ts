import type { Patch } from './patch.ts';
import type { Scene } from './scene.ts';
import type { Postmortem } from '#core/record';

export function* transplants(scene: Scene, wanted: Postmortem): Generator<Patch[]> {
  void [scene, wanted];
}
