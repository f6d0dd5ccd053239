import { type ReactElement, type SubmitEvent, useId, useState } from 'react';

import { fieldProblem, isSaidAtFields, newIdempotencyKey, problemOf, useCall, useMay } from '../api.ts';
import { Button, Checkbox, Dialog, Field, ProblemNotice, Select, TextInput } from '../components.ts';

interface NewTokenDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onMade: (secret: string) => void;
}

type Scope = 'read' | 'write' | 'admin';

const SCOPES: readonly (readonly [scope: Scope, label: string])[] = [
  ['read', 'Read post-mortems and people'],
  ['write', 'Create and change post-mortems'],
  ['admin', 'Manage people and settings'],
];

const LIFETIMES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '', label: 'No end' },
] as const;

/** Asks for what a token may do and how long. */
export function NewTokenDialog({ open, onClose, onMade }: NewTokenDialogProps): ReactElement {
  const form = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="New token"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={form} busy={busy}>
            Make token
          </Button>
        </>
      }
    >
      <TokenForm id={form} onBusy={setBusy} onMade={onMade} />
    </Dialog>
  );
}

interface TokenFormProps {
  readonly id: string;
  readonly onBusy: (busy: boolean) => void;
  readonly onMade: (secret: string) => void;
}

function TokenForm({ id, onBusy, onMade }: TokenFormProps): ReactElement {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['read']);
  const [days, setDays] = useState('90');
  const create = useCall('createToken', { outdates: [['tokens']], onSuccess: ({ secret }) => onMade(secret) });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onBusy(true);
    create.mutate(
      {
        body: { name, scopes: [...scopes], ...(days !== '' && { expiresInDays: Number(days) }) },
        idempotencyKey: newIdempotencyKey(),
      },
      { onSettled: () => onBusy(false) },
    );
  };
  return (
    <form id={id} className="form" onSubmit={submit}>
      {create.error && !isSaidAtFields(create.error) && <ProblemNotice problem={problemOf(create.error)} />}
      <Field
        label="Name"
        hint="What it is for, so that you know it again."
        problem={fieldProblem(create.error, 'name')}
      >
        {(control) => (
          <TextInput
            {...control}
            required
            maxLength={200}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <ScopeChoice scopes={scopes} onChange={setScopes} problem={fieldProblem(create.error, 'scopes')} />
      <Field label="Ends after">
        {(control) => (
          <Select {...control} options={LIFETIMES} value={days} onChange={(event) => setDays(event.target.value)} />
        )}
      </Field>
    </form>
  );
}

interface ScopeChoiceProps {
  readonly scopes: readonly Scope[];
  readonly onChange: (scopes: readonly Scope[]) => void;
  readonly problem: string | undefined;
}

function ScopeChoice({ scopes, onChange, problem }: ScopeChoiceProps): ReactElement {
  const may = { read: true, write: useMay('postmortem.create'), admin: useMay('settings.manage') };
  return (
    <fieldset className="field settings__scopes">
      <legend className="field__label">What it may do</legend>
      {SCOPES.filter(([scope]) => may[scope]).map(([scope, label]) => (
        <Checkbox
          key={scope}
          label={label}
          checked={scopes.includes(scope)}
          onChange={(event) =>
            onChange(event.target.checked ? [...scopes, scope] : scopes.filter((each) => each !== scope))
          }
        />
      ))}
      {(problem !== undefined || scopes.length === 0) && (
        <p className="field__problem">{problem ?? 'Choose at least one.'}</p>
      )}
    </fieldset>
  );
}
