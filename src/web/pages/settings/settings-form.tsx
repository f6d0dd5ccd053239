import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, type SubmitEvent, useState } from 'react';

import { hasCode, isSaidAtFields, problemOf, queries, queryClient, type Settings, useCall, useMay } from '../api.ts';
import { Loaded } from '../app-shell.ts';
import { Button, Notice, ProblemNotice, showToast, Skeleton } from '../components.ts';

/** What a section of the form gets. */
export interface SettingsDraft {
  readonly draft: Settings;
  readonly change: (change: Partial<Settings>) => void;
  /** What came back from the server, to be said at its field. */
  readonly error: unknown;
  readonly readOnly: boolean;
}

interface SettingsFormProps {
  readonly children: (draft: SettingsDraft) => ReactNode;
}

/** Some of the settings as a form, which is saved as a whole. */
export function SettingsForm({ children }: SettingsFormProps): ReactElement {
  const settings = useQuery(queries.settings());
  return (
    <Loaded query={settings} skeleton={<Skeleton lines={6} height="2.2rem" />}>
      {/* Another revision is another form, except while one writes: then saving tells of it. */}
      {(saved) => <Form saved={saved}>{children}</Form>}
    </Loaded>
  );
}

function lookAgain(): void {
  queryClient.invalidateQueries({ queryKey: ['settings'] }).catch(reportError);
}

function Form({ saved, children }: SettingsFormProps & { readonly saved: Settings }): ReactElement {
  const [base, setBase] = useState(saved);
  const [draft, setDraft] = useState(saved);
  const readOnly = !useMay('settings.manage');
  const dirty = JSON.stringify(draft) !== JSON.stringify(base);
  if (!dirty && saved.revision !== base.revision) {
    setBase(saved);
    setDraft(saved);
  }
  const update = useCall('updateSettings', {
    outdates: [['facets'], ['session']],
    onSuccess: (answer) => {
      setBase(answer);
      setDraft(answer);
      queryClient.setQueryData(['settings'], answer);
      showToast({ text: 'The settings are saved.', tone: 'success' });
    },
  });
  const takeTheirs = (): void => {
    setBase(saved);
    setDraft(saved);
    update.reset();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { revision, ...body } = draft;
    update.mutate({ body, ifMatch: base.revision }, { onError: lookAgain });
  };
  return (
    <form onSubmit={submit}>
      {readOnly && <Notice icon="lock">Administrators can change this. You can look at it.</Notice>}
      <fieldset disabled={readOnly}>
        {children({ draft, change: (part) => setDraft({ ...draft, ...part }), error: update.error, readOnly })}
      </fieldset>
      {update.error && !isSaidAtFields(update.error) && (
        <ProblemNotice
          problem={problemOf(update.error)}
          actions={hasCode(update.error, 'revision-stale') && <Button onClick={takeTheirs}>Take theirs</Button>}
        />
      )}
      {!readOnly && (
        <div className="settings__foot">
          <Button type="submit" variant="primary" busy={update.isPending} disabled={!dirty}>
            Save
          </Button>
          {dirty && (
            <Button variant="quiet" onClick={takeTheirs}>
              Undo my changes
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
