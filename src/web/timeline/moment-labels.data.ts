import type { MomentKind } from '#core/record';

/** How the moments are called where people read them, in their usual order, with what each one means. */
export const MOMENT_LABELS: Readonly<Record<MomentKind, { readonly label: string; readonly meaning: string }>> = {
  introduced: { label: 'Introduced', meaning: 'The flaw came to be' },
  merged: { label: 'Merged', meaning: 'The change was merged' },
  deployed: { label: 'Deployed', meaning: 'The change reached production' },
  triggered: { label: 'Triggered', meaning: 'What set it off happened' },
  'impact-started': { label: 'Impact started', meaning: 'First symptom that somebody could notice' },
  'alert-fired': { label: 'Alert fired', meaning: 'Monitoring noticed' },
  reported: { label: 'Reported', meaning: 'A person noticed and said so' },
  acknowledged: { label: 'Acknowledged', meaning: 'Somebody took it on' },
  declared: { label: 'Declared', meaning: 'It was called an incident' },
  investigating: { label: 'Investigating', meaning: 'Work on it began' },
  'root-cause-identified': { label: 'Cause identified', meaning: 'It was understood' },
  mitigated: { label: 'Mitigated', meaning: 'The fix that stopped the bleeding' },
  restored: { label: 'Restored', meaning: 'Service was back to normal' },
  resolved: { label: 'Resolved', meaning: 'The incident was called over' },
  closed: { label: 'Closed', meaning: 'Nothing was left to do' },
};
